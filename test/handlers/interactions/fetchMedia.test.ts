import { fetchMedia } from '../../../src/handlers/interactions/fetchMedia';
import { fetchAgain } from '../../../src/handlers/media/fetchAgain';
import { storeUnfetched } from '../../../src/handlers/records/unfetched';
import { fakeHost } from '../../support/fakeHost';
import { notices } from '../../support/notices';
import { person } from '../../support/person';
import { press } from '../../support/press';

jest.mock('../../../src/handlers/media/fetchAgain', () => ({ fetchAgain: jest.fn(async () => undefined) }));

const room = { id: 'r1' } as never;
const agent = person({ id: 'agent-id', roles: ['user', 'livechat-agent'] });
const facts = { wamid: 'wamid.1', number: '1', customer: '2', at: 3, media: { id: '42', kind: 'image' as const } };

async function workspace() {
  const { said, modify, read } = notices();
  const { host } = fakeHost({ modify, read });
  await storeUnfetched(host, facts);
  const pressed = (wamid: string | undefined, user = agent) =>
    fetchMedia(press(host, { value: { wamid }, scene: { user, room } }));
  return { said, pressed };
}

beforeEach(() => jest.mocked(fetchAgain).mockClear());

test('Try again is answered at once, and the file is fetched', async () => {
  const { said, pressed } = await workspace();
  expect(await pressed('wamid.1')).toEqual({ answer: 'success' });
  expect(said).toMatchObject([{ to: 'agent-id', text: 'media:fetching' }]);
  expect(fetchAgain).toHaveBeenCalledWith(expect.anything(), expect.objectContaining(facts));
});

test('a file that is not waiting is said so', async () => {
  const { said, pressed } = await workspace();
  await pressed('wamid.2');
  expect(said).toMatchObject([{ text: 'media:notWaiting' }]);
  expect(fetchAgain).not.toHaveBeenCalled();
});

test.each([
  ['who may not write to customers', 'wamid.1', person({ roles: ['user'] })],
  ['a click that names no message', undefined, agent],
])('%s moves nothing', async (_who, wamid, user) => {
  const { said, pressed } = await workspace();
  expect(await pressed(wamid, user)).toEqual({ answer: 'success' });
  expect(said).toEqual([]);
  expect(fetchAgain).not.toHaveBeenCalled();
});
