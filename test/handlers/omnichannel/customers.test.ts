import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../../../src/handlers/core/Host';
import type { ConnectedNumber } from '../../../src/handlers/numbers/numbers';
import type { Conversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import {
  conversationKey,
  findByKey,
  findConversation,
  saveConversation,
} from '../../../src/handlers/omnichannel/conversations/conversations';
import { meetCustomer as meet, withPhone } from '../../../src/handlers/omnichannel/meetCustomer';
import { createVisitor, visitorIn, visitorOf } from '../../../src/handlers/omnichannel/visitor';
import type { Customer } from '../../../src/handlers/whatsapp/webhook/EventBase';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber, conversation } from '../../support/records';
import { livechat } from '../../support/workspace';

describe('conversations', () => {
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
});

describe('meetCustomer', () => {
  const number = connectedNumber();
  const ana = { waId: '5511987654321', name: 'Ana' };
  const NOW = 1_700_000_000_000;
  const meetCustomer = (host: Host, at: ConnectedNumber, customer: Customer, when = NOW) =>
    meet(host, at, customer, when);

  function workspace() {
    const parts = livechat();
    return { ...parts, ...fakeHost({ read: parts.read, modify: parts.modify }) };
  }

  describe('meeting a customer', () => {
    test('for the first time makes their visitor and their conversation', async () => {
      const { host, store } = workspace();
      const { conversation, acquaintance } = await meetCustomer(host, number, ana);
      expect(acquaintance).toBe('new');
      expect(conversation).toMatchObject({
        number: number.digits,
        customer: ana.waId,
        waId: ana.waId,
        profileName: 'Ana',
        visitor: { username: `whatsapp:${ana.waId}`, name: 'Ana' },
      });
      expect(store.records.filter((record) => Reflect.get(record, 'kind') === 'conversation')).toHaveLength(1);
    });

    test('again costs nothing, and changes nothing', async () => {
      const { host, store } = workspace();
      const first = await meetCustomer(host, number, ana);
      const before = store.roundTrips;
      expect(await meetCustomer(host, number, ana)).toEqual({ ...first, acquaintance: 'known' });
      expect(store.roundTrips).toBe(before);
    });

    test('is meeting the same one in the other spelling of their number, by their other id, and in another process', async () => {
      const { host, store, read, modify, visitors } = workspace();
      const first = await meetCustomer(host, number, ana);
      await meetCustomer(host, number, { ...ana, userId: 'BR.1' });
      for (const customer of [{ waId: '551187654321' }, { userId: 'BR.1' }, ana]) {
        const { conversation } = await meetCustomer(fakeHost({ read, modify, store }).host, number, customer);
        expect(conversation.customer).toBe(first.conversation.customer);
      }
      expect(visitors).toHaveLength(1);
    });

    test('answers go where WhatsApp last said that they are', async () => {
      const { host } = workspace();
      await meetCustomer(host, number, { userId: 'BR.1', name: 'Ana' });
      const { conversation } = await meetCustomer(host, number, { ...ana, userId: 'BR.1' });
      expect(conversation).toMatchObject({ customer: 'BR.1', waId: ana.waId, userId: 'BR.1' });
    });

    test('answers go to the spelling that WhatsApp told last', async () => {
      const { host, visitors } = workspace();
      await meetCustomer(host, number, ana);
      const { conversation } = await meetCustomer(host, number, { waId: '551187654321' });
      expect(conversation).toMatchObject({ customer: ana.waId, waId: '551187654321' });
      expect(visitors).toMatchObject([{ phone: [] }]);
    });

    test('by their user id with another phone, they have changed it: what comes late from the old one changes nothing', async () => {
      const { host, visitors } = workspace();
      await meetCustomer(host, number, { ...ana, userId: 'BR.1' });
      const moved = await meetCustomer(host, number, { waId: '15550001', userId: 'BR.1' }, NOW + 1);
      expect(moved.conversation).toMatchObject({ customer: ana.waId, waId: '15550001' });
      const marked: unknown = expect.stringMatching(/^\+15550001 \(WhatsApp [0-9a-f]+\)$/);
      expect(visitors).toMatchObject([{ phone: [{ phoneNumber: marked }] }]);
      const late = await meetCustomer(host, number, ana, NOW);
      expect(late.conversation).toMatchObject({ customer: ana.waId, waId: '15550001' });
    });

    test('whoever has a phone that was another customer’s is somebody else', async () => {
      const { host, store, read, modify, visitors } = workspace();
      await meetCustomer(host, number, { ...ana, userId: 'BR.1' });
      await meetCustomer(host, number, { waId: '15550001', userId: 'BR.1' }, NOW);
      const theirs = { waId: ana.waId, userId: 'BR.2', name: 'Theo' };
      const first = await meetCustomer(host, number, theirs, NOW + 1);
      expect(first).toMatchObject({ acquaintance: 'new', conversation: { waId: ana.waId, profileName: 'Theo' } });
      for (const each of [host, fakeHost({ read, modify, store }).host]) {
        const again = await meetCustomer(each, number, { waId: ana.waId }, NOW + 2);
        expect(again.conversation.customer).toBe(first.conversation.customer);
        expect((await meetCustomer(each, number, { waId: '15550001' }, NOW + 2)).conversation.customer).toBe(ana.waId);
        expect(await findByKey(each, number.digits, ana.waId)).toMatchObject({ waId: '15550001' });
      }
      expect(visitors.map(({ name }) => name)).toEqual(['Ana', 'Theo']);
    });

    test('whose name was not told at first gets it, unless an agent gave them one meanwhile', async () => {
      const { host, visitors } = workspace();
      await meetCustomer(host, number, { waId: '15550001' });
      await meetCustomer(host, number, { waId: '15550002' });
      Object.assign(visitors[1] ?? {}, { name: 'Ben (VIP)' });
      await meetCustomer(host, number, { waId: '15550001', name: 'Ana' });
      await meetCustomer(host, number, { waId: '15550002', name: 'Ben' });
      expect(visitors.map(({ name }) => name)).toEqual(['Ana', 'Ben (VIP)']);
    });

    test('at another number is another conversation with another visitor', async () => {
      const { host, visitors } = workspace();
      const first = await meetCustomer(host, number, ana);
      const second = await meetCustomer(host, connectedNumber({ digits: '4930901820' }), ana);
      expect(second.conversation.number).toBe('4930901820');
      expect(second.acquaintance).toBe('new');
      expect(second.conversation.visitor.token).not.toBe(first.conversation.visitor.token);
      expect(visitors).toHaveLength(2);
    });

    test('takes their new name over, unless an agent gave them another', async () => {
      const { host, visitors } = workspace();
      await meetCustomer(host, number, ana);
      const renamed = await meetCustomer(host, number, { ...ana, name: 'Ana Maria' });
      expect(renamed.conversation).toMatchObject({ profileName: 'Ana Maria', visitor: { name: 'Ana Maria' } });
      expect(visitors).toMatchObject([{ name: 'Ana Maria' }]);
      Object.assign(visitors[0] ?? {}, { name: 'Ana (VIP)' });
      await meetCustomer(host, number, { ...ana, name: 'Aninha' });
      expect(visitors).toMatchObject([{ name: 'Ana (VIP)' }]);
      await meetCustomer(host, number, { ...ana, name: 'Annie' });
      expect(visitors).toMatchObject([{ name: 'Ana (VIP)' }]);
    });

    test('without any id is an error', async () => {
      await expect(meetCustomer(workspace().host, number, { name: 'Nobody' })).rejects.toThrow('without any id');
    });
  });

  describe('withPhone', () => {
    const known = conversation({ waId: '5511987654321', ids: ['5511987654321', '551187654321', 'BR.1'] });

    test('another spelling is no other phone', () => {
      expect(withPhone(known, '551187654321', 5)).toEqual({ ...known, waId: '551187654321' });
    });

    test('a phone that was not known is no change of one', () => {
      const bare = conversation({ waId: undefined, ids: ['BR.1'] });
      expect(withPhone(bare, '15550001', 5)).toEqual({ ...bare, waId: '15550001', ids: ['BR.1', '15550001'] });
    });

    test('the phone before may be somebody else’s from then on, until they have it again', () => {
      const moved = withPhone(known, '15550001', 5);
      expect(moved).toMatchObject({
        waId: '15550001',
        ids: [...known.ids, '15550001'],
        former: [{ waId: '5511987654321', until: 5 }],
      });
      expect(withPhone(moved, '551187654321', 9)).toMatchObject({
        waId: '551187654321',
        former: [{ waId: '15550001', until: 9 }],
      });
    });
  });
});

describe('visitor', () => {
  describe('createVisitor', () => {
    const facts: IVisitor = { token: 't1', username: '5511955550111', name: 'Ana' };
    const known = { ...facts, id: 'v1' };

    /** A workspace with the newer call or without it, which registers by the older one. */
    function workspace(createAndReturnVisitor: () => Promise<unknown>) {
      const registered: IVisitor[] = [];
      const creator = {
        createAndReturnVisitor,
        createVisitor: async (visitor: IVisitor) => void registered.push(visitor),
      };
      const reader = { getLivechatVisitorByToken: async (token: string) => (token === 't1' ? known : undefined) };
      const { host } = fakeHost({
        read: { getLivechatReader: () => reader } as unknown as Partial<IRead>,
        modify: { getCreator: () => ({ getLivechatCreator: () => creator }) } as unknown as Partial<IModify>,
      });
      return { host, registered };
    }

    test('the visitor is the one that Rocket.Chat answers with', async () => {
      const { host, registered } = workspace(async () => ({ ...known, token: 'of the phone' }));
      expect(await createVisitor(host, facts)).toMatchObject({ token: 'of the phone' });
      expect(registered).toEqual([]);
    });

    test.each([
      ['answers nothing', async () => undefined],
      [
        'does not know the call',
        async () => Promise.reject(new Error('this.createAndReturnVisitor is not a function')),
      ],
    ])('a server that %s registers by the older call', async (_what, createAndReturnVisitor) => {
      const { host, registered } = workspace(createAndReturnVisitor);
      expect(await createVisitor(host, facts)).toEqual(known);
      expect(registered).toEqual([facts]);
    });

    test('a failure is thrown and registers nobody twice', async () => {
      const { host, registered } = workspace(async () => Promise.reject(new Error('no database')));
      await expect(createVisitor(host, facts)).rejects.toThrow('no database');
      expect(registered).toEqual([]);
    });
  });

  describe('visitorOf', () => {
    test('the visitor has the phone', () => {
      expect(visitorOf(conversation())).toEqual({
        ...conversation().visitor,
        phone: [{ phoneNumber: '+5511955550111' }],
      });
    });

    test('a customer without a phone has none', () => {
      expect(visitorOf(conversation({ waId: undefined })).phone).toEqual([]);
    });
  });

  describe('visitorIn', () => {
    test('a visitor has the name that an agent gave them', () => {
      const visitor = { id: 'v', token: 't', username: '5511955550111', name: 'Ana (VIP)', department: 'sales' };
      expect(visitorIn({ visitor }, conversation())).toEqual({
        id: 'v',
        token: 't',
        username: '5511955550111',
        name: 'Ana (VIP)',
        phone: [{ phoneNumber: '+5511955550111' }],
      });
    });

    test.each([undefined, {}, { id: 'v', name: 'Ana (VIP)' }])(
      'a room that does not tell them whole tells nothing: %j',
      (visitor) => {
        expect(visitorIn({ visitor }, conversation())).toMatchObject({ token: 't', name: 'Ana' });
      },
    );
  });
});
