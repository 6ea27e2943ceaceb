import { changeMessage } from '../../../src/handlers/inbound/changeMessage';
import { sayInOpenRoom } from '../../../src/handlers/inbound/sayInOpenRoom';
import { takeEdit } from '../../../src/handlers/inbound/takeEdit';
import { conversationTask, ofCustomer } from '../../support/conversationTask';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/changeMessage', () => ({ changeMessage: jest.fn() }));
jest.mock('../../../src/handlers/inbound/sayInOpenRoom', () => ({ sayInOpenRoom: jest.fn(async () => undefined) }));

const content = { type: 'text', body: 'at nine' } as const;
const edit = { ...ofCustomer, kind: 'edit', wamid: 'wamid.edit', target: 'wamid.target', content } as const;

const changed = () => {
  const [, wamid, change] = jest.mocked(changeMessage).mock.calls[0] ?? [];
  return [wamid, change?.('at eight')];
};

describe('a message that its customer edited', () => {
  beforeEach(() => {
    jest.mocked(changeMessage).mockReset().mockResolvedValue(true);
    jest.mocked(sayInOpenRoom).mockClear();
  });

  test('says what it says now and what it said before, once', async () => {
    const { host } = fakeHost();
    const task = await conversationTask<'edit'>(host, edit);
    await takeEdit(task);
    await takeEdit(task);
    expect(changed()).toEqual(['wamid.target', expect.stringMatching(/at nine[^]*at eight/)]);
    expect(changeMessage).toHaveBeenCalledTimes(1);
    expect(sayInOpenRoom).not.toHaveBeenCalled();
  });

  test('and is not known here is told in a line', async () => {
    jest.mocked(changeMessage).mockResolvedValue(false);
    const { host } = fakeHost();
    await takeEdit(await conversationTask<'edit'>(host, edit));
    expect(sayInOpenRoom).toHaveBeenCalledTimes(1);
    expect(sayInOpenRoom).toHaveBeenCalledWith(host, expect.anything(), expect.stringContaining('at nine'));
  });
});
