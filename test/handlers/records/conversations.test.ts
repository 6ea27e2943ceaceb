import {
  conversationKey,
  findConversation,
  saveConversation,
} from '../../../src/handlers/omnichannel/conversations/conversations';
import type { Conversation } from '../../../src/handlers/omnichannel/conversations/conversations';
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

  test('is read anew after a minute: another instance may have learned something', async () => {
    const { host, store } = fakeHost();
    await saveConversation(host, conversation);
    await saveConversation(fakeHost({ store }).host, { ...conversation, waId: '5511955550199' });
    expect(await findConversation(host, number, ['BR.123'])).toMatchObject({ waId: '5511955550111' });
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    expect(await findConversation(host, number, ['BR.123'])).toMatchObject({ waId: '5511955550199' });
    jest.restoreAllMocks();
  });

  test('is never gone, and is known as it is now, when another id became known', async () => {
    const { host, store } = fakeHost();
    await saveConversation(host, { ...conversation, ids: ['5511955550111'], userId: undefined });
    const crash = jest.spyOn(store, 'updateByAssociations').mockRejectedValueOnce(new Error('power cut'));
    await expect(saveConversation(host, conversation)).rejects.toThrow('power cut');
    crash.mockRestore();
    expect(await findConversation(fakeHost({ store }).host, number, ['5511955550111'])).toMatchObject({
      waId: '5511955550111',
    });
    await saveConversation(host, conversation);
    await saveConversation(host, { ...conversation, profileName: 'Ana Maria' });
    for (const id of conversation.ids) {
      expect(await findConversation(fakeHost({ store }).host, number, [id])).toMatchObject({
        ids: conversation.ids,
        profileName: 'Ana Maria',
      });
    }
  });
});
