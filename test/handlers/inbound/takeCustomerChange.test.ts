import { sayInOpenRoom } from '../../../src/handlers/inbound/notices/sayInOpenRoom';
import {
  takeIdentityChange,
  takeNumberChange,
  takeUserIdChange,
} from '../../../src/handlers/inbound/notices/takeCustomerChange';
import { findConversation, saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { conversation } from '../../support/records';
import { conversationTask, ofCustomer } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/workspace';

jest.mock('../../../src/handlers/inbound/notices/sayInOpenRoom', () => ({
  sayInOpenRoom: jest.fn(async () => undefined),
}));

beforeEach(() => jest.mocked(sayInOpenRoom).mockClear());

describe('takeIdentityChange', () => {
  test('that a customer may be somebody else by now is told to the agents once', async () => {
    const { host } = fakeHost();
    const event = { ...ofCustomer, kind: 'identity-changed', wamid: 'wamid.identity' } as const;
    const task = await conversationTask<'identity-changed'>(host, event);
    await takeIdentityChange(task);
    await takeIdentityChange(task);
    expect(sayInOpenRoom).toHaveBeenCalledTimes(1);
  });
});

describe('takeNumberChange', () => {
  /** A workspace with the customer's visitor. */
  function workspace() {
    const { read, modify, visitors } = livechat([{ id: 'v', token: 't', phone: [{ phoneNumber: '+5511955550111' }] }]);
    return { ...fakeHost({ read, modify }), visitors };
  }

  const event = { ...ofCustomer, kind: 'number-changed', wamid: 'wamid.change', waId: '5511955550222' } as const;

  describe('a customer with a new number', () => {
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
});

describe('takeUserIdChange', () => {
  const event = { ...ofCustomer, kind: 'user-id-changed', userId: 'BR.2' } as const;

  test('a customer with another business-scoped id stays the same person, also when it is told twice', async () => {
    const { host, store } = fakeHost();
    const task = await conversationTask<'user-id-changed'>(host, event);
    await takeUserIdChange(task);
    await takeUserIdChange(task);
    expect(await findConversation(fakeHost({ store }).host, '551155550100', ['BR.2'])).toMatchObject({
      customer: '5511955550111',
      userId: 'BR.2',
      ids: ['5511955550111', 'BR.2'],
    });
  });

  test('told by a message, it leaves nothing to be worked off', async () => {
    const { host, store } = fakeHost();
    const told = { ...event, wamid: 'wamid.change' } as const;
    await takeUserIdChange(await conversationTask<'user-id-changed'>(host, told));
    expect(await findConversation(host, '551155550100', ['BR.2'])).toMatchObject({ customer: '5511955550111' });
    expect(store.records.map((record) => Reflect.get(record, 'kind') as unknown)).not.toContain('inbox');
  });

  test('who has begun another conversation under it by now goes on in it', async () => {
    const { host } = fakeHost();
    const task = await conversationTask<'user-id-changed'>(host, event);
    const begun = conversation({ customer: 'BR.2', ids: ['BR.2'], waId: undefined, userId: 'BR.2' });
    await saveConversation(host, begun);
    await takeUserIdChange(task);
    expect(await findConversation(host, begun.number, ['BR.2'])).toEqual(begun);
  });

  test('one whom nobody knows is no news', async () => {
    const { host, store } = fakeHost();
    const task = await conversationTask<'user-id-changed'>(host, { ...event, customer: { userId: 'BR.9' } });
    const before = store.records.length;
    await takeUserIdChange(task);
    expect(store.records).toHaveLength(before);
  });
});
