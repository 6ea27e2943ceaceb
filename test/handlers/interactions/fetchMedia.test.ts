import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { fetchMedia } from '../../../src/handlers/interactions/fetchMedia';
import { fetchAgain } from '../../../src/handlers/media/fetchAgain';
import { storeUnfetched } from '../../../src/handlers/records/unfetched';
import { fakeHost } from '../../support/fakeHost';
import { notices } from '../../support/notices';
import { person } from '../../support/person';
import { press } from '../../support/press';
import { whatsappRoom } from '../../support/whatsappRoom';

jest.mock('../../../src/handlers/media/fetchAgain', () => ({ fetchAgain: jest.fn(async () => undefined) }));

const agent = person({ id: 'agent-id', roles: ['livechat-agent'] });

/** Presses the button on a message of somebody, for a file that waits or one that does not. */
async function pressed({ by = agent, cardOf = 'bot-id', wamid = 'wamid.1' }) {
  const { said, modify, read } = notices();
  const { host } = fakeHost({ modify, read });
  const media = { id: 'media', kind: 'image' } as const;
  await storeUnfetched(host, { wamid: 'wamid.1', number: '1', customer: '2', at: 1, media });
  const message = { id: 'card', sender: { id: cardOf } } as IMessage;
  const scene = { user: by, room: whatsappRoom() };
  const answer = await fetchMedia(press(host, { value: { wamid }, message, scene }));
  return { answer, said: said.map(({ text }) => text) };
}

describe('Try again under a file', () => {
  beforeEach(() => jest.mocked(fetchAgain).mockClear());

  test('fetches it, and takes its card along', async () => {
    expect(await pressed({})).toEqual({ answer: { answer: 'success' }, said: ['media:fetching'] });
    expect(fetchAgain).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ wamid: 'wamid.1' }),
      expect.objectContaining({ id: 'card' }),
    );
  });

  test('takes no message along that is not ours', async () => {
    await pressed({ cardOf: 'somebody' });
    expect(fetchAgain).toHaveBeenCalledWith(expect.anything(), expect.anything(), undefined);
  });

  test('says that nothing waits any more', async () => {
    expect((await pressed({ wamid: 'gone' })).said).toEqual(['media:notWaiting']);
    expect(fetchAgain).not.toHaveBeenCalled();
  });

  test('does nothing for who is no agent', async () => {
    expect((await pressed({ by: person({ roles: ['user'] }) })).said).toEqual([]);
    expect(fetchAgain).not.toHaveBeenCalled();
  });
});
