import { changeMessage } from '../../../src/handlers/inbound/changeMessage';
import { sayInOpenRoom } from '../../../src/handlers/inbound/sayInOpenRoom';
import { takeRevoke } from '../../../src/handlers/inbound/takeRevoke';
import { conversationTask, ofCustomer } from '../../support/conversationTask';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/changeMessage', () => ({ changeMessage: jest.fn() }));
jest.mock('../../../src/handlers/inbound/sayInOpenRoom', () => ({ sayInOpenRoom: jest.fn(async () => undefined) }));

const revoke = { ...ofCustomer, kind: 'revoke', wamid: 'wamid.revoke', target: 'wamid.target' } as const;

describe('a message that its customer deleted', () => {
  beforeEach(() => {
    jest.mocked(changeMessage).mockReset().mockResolvedValue(true);
    jest.mocked(sayInOpenRoom).mockClear();
  });

  test('says so, and what it said, once', async () => {
    const { host } = fakeHost();
    const task = await conversationTask<'revoke'>(host, revoke);
    await takeRevoke(task);
    await takeRevoke(task);
    const [, wamid, change] = jest.mocked(changeMessage).mock.calls[0] ?? [];
    expect([wamid, change?.('at eight')]).toEqual(['wamid.target', expect.stringContaining('at eight')]);
    expect(changeMessage).toHaveBeenCalledTimes(1);
    expect(sayInOpenRoom).not.toHaveBeenCalled();
  });

  test('and is not known here is told in a line', async () => {
    jest.mocked(changeMessage).mockResolvedValue(false);
    const { host } = fakeHost();
    await takeRevoke(await conversationTask<'revoke'>(host, revoke));
    expect(sayInOpenRoom).toHaveBeenCalledTimes(1);
  });
});
