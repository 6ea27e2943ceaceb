import { conversationKey, findConversation, saveConversation } from '../../../src/handlers/records/conversations';
import type { Conversation } from '../../../src/handlers/records/conversations';
import { fakeHost } from '../../support/fakeHost';

const number = '551155550100';
const conversation: Conversation = {
  kind: 'conversation',
  number,
  customer: '5511955550111',
  ids: ['5511955550111', 'BR.123'],
  waId: '5511955550111',
  userId: 'BR.123',
  profileName: undefined,
  visitor: { id: 'v', token: 't', username: '5511955550111', name: 'Ana' },
};

describe('a conversation', () => {
  test('is found by any id of the customer, also by a process that has never seen it', async () => {
    const { host, store } = fakeHost();
    await saveConversation(host, conversation);
    for (const id of conversation.ids) {
      expect(await findConversation(fakeHost({ store }).host, number, [id])).toEqual(conversation);
    }
    expect(await findConversation(fakeHost({ store }).host, number, ['unknown', 'BR.123'])).toEqual(conversation);
  });

  test('costs no round trip once it is known', async () => {
    const { host, store } = fakeHost();
    await saveConversation(host, conversation);
    const before = store.roundTrips;
    expect(await findConversation(host, number, ['BR.123'])).toEqual(conversation);
    expect(store.roundTrips).toBe(before);
  });

  test('belongs to one number only', async () => {
    const { host, store } = fakeHost();
    await saveConversation(host, conversation);
    for (const each of [host, fakeHost({ store }).host]) {
      expect(await findConversation(each, '4930555501', conversation.ids)).toBeUndefined();
    }
    expect(conversationKey('1', '23')).not.toBe(conversationKey('12', '3'));
  });

  test('is one record also when another id became known', async () => {
    const { host, store } = fakeHost();
    await saveConversation(host, { ...conversation, ids: ['5511955550111'], userId: undefined });
    await saveConversation(host, conversation, ['5511955550111']);
    await saveConversation(host, { ...conversation, profileName: 'Ana Maria' });
    expect(store.records).toHaveLength(1);
    expect(await findConversation(fakeHost({ store }).host, number, ['BR.123'])).toMatchObject({
      profileName: 'Ana Maria',
    });
  });
});
