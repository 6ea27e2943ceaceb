import { sayInOpenRoom } from '../../../src/handlers/inbound/sayInOpenRoom';
import { takeNumberChange } from '../../../src/handlers/inbound/takeCustomerChange';
import { findConversation, saveConversation } from '../../../src/handlers/records/conversations';
import { conversation } from '../../support/conversation';
import { conversationTask, ofCustomer } from '../../support/conversationTask';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/livechat';

jest.mock('../../../src/handlers/inbound/sayInOpenRoom', () => ({ sayInOpenRoom: jest.fn(async () => undefined) }));

/** A workspace with the customer's visitor. */
function workspace() {
  const { read, modify, visitors } = livechat([{ id: 'v', token: 't', phone: [{ phoneNumber: '+5511955550111' }] }]);
  return { ...fakeHost({ read, modify }), visitors };
}

const event = { ...ofCustomer, kind: 'number-changed', wamid: 'wamid.change', waId: '5511955550222' } as const;

describe('a customer with a new number', () => {
  beforeEach(() => jest.mocked(sayInOpenRoom).mockClear());

  test('stays the same person, is answered at the new number, and the agents are told', async () => {
    const { host, store, visitors } = workspace();
    await takeNumberChange(await conversationTask<'number-changed'>(host, event));
    // An earlier version took this visitor over: it may be somebody else's as well.
    expect(visitors).toMatchObject([{ id: 'v', phone: [{ phoneNumber: '+5511955550111' }] }]);
    for (const id of ['5511955550111', '5511955550222']) {
      expect(await findConversation(fakeHost({ store }).host, '551155550100', [id])).toMatchObject({
        customer: '5511955550111',
        waId: '5511955550222',
      });
    }
    expect(sayInOpenRoom).toHaveBeenCalledTimes(1);
  });

  test('is told of once, however often the news comes', async () => {
    const { host } = workspace();
    const task = await conversationTask<'number-changed'>(host, event);
    await takeNumberChange(task);
    await takeNumberChange(task);
    expect(sayInOpenRoom).toHaveBeenCalledTimes(1);
  });

  test('who has begun another conversation from there by now goes on in it', async () => {
    const { host } = workspace();
    const task = await conversationTask<'number-changed'>(host, event);
    const begun = conversation({ customer: event.waId, ids: [event.waId], waId: event.waId });
    await saveConversation(host, begun);
    await takeNumberChange(task);
    expect(await findConversation(host, begun.number, [event.waId])).toEqual(begun);
    expect(sayInOpenRoom).toHaveBeenCalledTimes(1);
  });

  test('whom nobody knows is no news', async () => {
    const { host, store } = fakeHost();
    const stranger = { ...event, customer: { waId: '4930555502' } };
    await takeNumberChange(await conversationTask<'number-changed'>(host, stranger));
    expect(sayInOpenRoom).not.toHaveBeenCalled();
    expect(store.records.some((record) => Reflect.get(record, 'kind') === 'inbox')).toBe(false);
  });
});
