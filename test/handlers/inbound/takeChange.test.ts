import { changeMessage } from '../../../src/handlers/inbound/messages/changeMessage';
import { sayOrKeep } from '../../../src/handlers/inbound/notices/sayOrKeep';
import { takeChange } from '../../../src/handlers/inbound/messages/takeChange';
import { takeMessage } from '../../../src/handlers/inbound/messages/takeMessage';
import { file, findByWamid } from '../../../src/handlers/core/records/entries';
import { findHeld, storeHeld } from '../../../src/handlers/inbound/held/held';
import { conversationTask, messageEvent, ofCustomer } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/inbound/messages/changeMessage', () => ({ changeMessage: jest.fn() }));
jest.mock('../../../src/handlers/inbound/notices/sayOrKeep', () => ({ sayOrKeep: jest.fn() }));
jest.mock('../../../src/handlers/inbound/messages/takeMessage', () => ({ takeMessage: jest.fn() }));

const content = { type: 'text', body: 'at nine' } as const;
const edit = { ...ofCustomer, kind: 'edit', wamid: 'wamid.edit', target: 'wamid.target', content } as const;
const revoke = { ...ofCustomer, kind: 'revoke', wamid: 'wamid.revoke', target: 'wamid.target' } as const;

describe('a message that its customer changed', () => {
  beforeEach(() => {
    jest.mocked(changeMessage).mockReset().mockResolvedValue(true);
    jest.mocked(sayOrKeep).mockReset();
    jest.mocked(takeMessage).mockReset();
  });

  test.each([
    ['edited', edit, /at nine[^]*at eight/],
    ['deleted', revoke, /at eight/],
  ])('and that was %s says so, once', async (_what, event, expected) => {
    const { host } = fakeHost();
    const task = await conversationTask<'edit'>(host, event as typeof edit);
    await takeChange(task);
    await takeChange(task);
    const [, wamid, change] = jest.mocked(changeMessage).mock.calls[0] ?? [];
    expect([wamid, change?.('at eight')]).toEqual(['wamid.target', expect.stringMatching(expected)]);
    expect(changeMessage).toHaveBeenCalledTimes(1);
    expect([sayOrKeep, takeMessage].some((each) => jest.mocked(each).mock.calls.length > 0)).toBe(false);
  });

  test('and that is not known here: an edit comes as a message that says so, a deletion is told in a line', async () => {
    jest.mocked(changeMessage).mockResolvedValue(false);
    const { host } = fakeHost();
    await takeChange(await conversationTask<'edit'>(host, revoke as unknown as typeof edit));
    expect(takeMessage).not.toHaveBeenCalled();
    const [, , news] = jest.mocked(sayOrKeep).mock.calls[0] ?? [];
    expect(news).toMatchObject({ wamid: 'wamid.revoke', text: expect.stringContaining('deleted') });
    await takeChange(await conversationTask<'edit'>(host, edit));
    const event = expect.objectContaining({ kind: 'message', wamid: 'wamid.edit', content, isEdit: true });
    expect(jest.mocked(takeMessage).mock.calls).toEqual([[expect.objectContaining({ event })]]);
  });

  test('and that waits for somebody to be available: the change waits with it, and is known', async () => {
    jest.mocked(changeMessage).mockResolvedValue(false);
    const { host } = fakeHost();
    const task = await conversationTask<'edit'>(host, edit);
    const { digits: number } = task.number;
    const [wamid, customer, at] = ['wamid.target', '5511955550111', 1_000];
    const event = messageEvent({ wamid });
    await storeHeld(host, { ...file(at, wamid), kind: 'held', wamid, number, customer, at, event });
    await takeChange(task);
    expect(await findHeld(host, { number, customer })).toMatchObject([{ wamid }, { wamid: 'wamid.edit', event: edit }]);
    expect(await findByWamid(host, 'wamid.edit')).toMatchObject([{ kind: 'held' }]);
    expect([sayOrKeep, takeMessage].some((each) => jest.mocked(each).mock.calls.length > 0)).toBe(false);
  });
});
