import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Target } from '../../../src/handlers/omnichannel/conversations/awaited';
import { forgetOpenRoom, isClosed, noteOpenRoom, readOpenRooms } from '../../../src/handlers/omnichannel/findOpenRoom';
import { createTargetedRoom, isDepartmentGone, readRefusal } from '../../../src/handlers/omnichannel/createRoom';
import { verifyContact } from '../../../src/handlers/omnichannel/openRoom';
import { isArchived } from '../../../src/handlers/omnichannel/setupRoom';
import { isBareRoom, readWhatsappRoom, whatsappRoomFields } from '../../../src/handlers/omnichannel/whatsappRoom';
import { fakeHost } from '../../support/fakeHost';
import { overTheWire } from '../../support/MemoryPersistence';
import { connectedNumber, conversation } from '../../support/records';
import { whatsappRoom } from '../../support/workspace';

describe('createRoom', () => {
  describe('createTargetedRoom', () => {
    const number = connectedNumber({ departmentId: 'sales' });
    const maria = { id: 'maria-id', username: 'maria' };

    /** A workspace that refuses some agents and departments, and what was asked of it. */
    function workspace(refuses: (agent: string | undefined, department: string | undefined) => boolean, gone = false) {
      const asked: [agent: string | undefined, department: string | undefined][] = [];
      const createRoom = async (visitor: { department?: string }, agent?: { username: string }) => {
        asked.push([agent?.username, visitor.department]);
        if (refuses(agent?.username, visitor.department)) throw new Error('no-agent-online');
        return { id: 'room' };
      };
      const departments = { getLivechatDepartmentByIdOrName: async () => ({ enabled: !gone }) };
      const people = { getByUsername: async (name: string) => (name === maria.username ? maria : undefined) };
      const host = fakeHost({
        read: { getUserReader: () => people, getLivechatReader: () => departments } as unknown as Partial<IRead>,
        modify: { getCreator: () => ({ getLivechatCreator: () => ({ createRoom }) }) } as unknown as Partial<IModify>,
      });
      return { ...host, asked };
    }

    const targets: [string, Target | undefined, Parameters<typeof workspace>[0], [unknown, unknown][]][] = [
      ['nobody, when nobody was asked for', undefined, () => false, [[undefined, 'sales']]],
      ['the agent', { agent: 'maria' }, () => false, [['maria', undefined]]],
      [
        'the department when the agent is not there',
        { agent: 'maria', departmentId: 'support' },
        (agent) => agent !== undefined,
        [
          ['maria', 'support'],
          [undefined, 'support'],
        ],
      ],
      [
        'the department of the number when neither can',
        { agent: 'maria', departmentId: 'support' },
        (_agent, department) => department === 'support',
        [
          ['maria', 'support'],
          [undefined, 'support'],
          [undefined, 'sales'],
        ],
      ],
      ['nobody for an agent who left', { agent: 'gone' }, () => false, [[undefined, 'sales']]],
    ];

    test.each(targets)('a new room is for %s', async (_who, target, refuses, expected) => {
      const { host, asked } = workspace(refuses);
      await createTargetedRoom(host, number, conversation(), target);
      expect(asked).toEqual(expected);
    });

    test('a department of the number that is gone keeps nobody out', async () => {
      const { host, asked } = workspace((_agent, department) => department !== undefined, true);
      expect(await createTargetedRoom(host, number, conversation(), undefined)).toEqual({ id: 'room' });
      expect(asked).toEqual([
        [undefined, 'sales'],
        [undefined, undefined],
      ]);
    });

    test('what keeps everybody out is thrown on', async () => {
      const { host } = workspace(() => true);
      const asked = createTargetedRoom(host, number, conversation(), { agent: 'maria' });
      await expect(asked).rejects.toThrow('no-agent-online');
    });
  });

  describe('isDepartmentGone', () => {
    test.each<[string, () => Promise<object | undefined>, boolean]>([
      ['is there', async () => ({ enabled: true }), false],
      ['is switched off', async () => ({ enabled: false }), true],
      ['is deleted', async () => undefined, true],
      ['nobody tells of', async () => Promise.reject(new Error('no permission')), false],
    ])('a department that %s', async (_what, getLivechatDepartmentByIdOrName, expected) => {
      const reader = { getLivechatDepartmentByIdOrName };
      const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
      expect(await isDepartmentGone(host, 'sales')).toBe(expected);
    });
  });
});

describe('findOpenRoom', () => {
  test.each([
    ['that says so', { isOpen: false }, true],
    ['that does not say that it is open', { isOpen: undefined }, true],
    ['that the wire says nothing of', { isOpen: null }, true],
    ['that is open', { isOpen: true }, false],
    ['of another kind, which never says', { type: 'p', isOpen: undefined }, false],
  ])('a room %s is closed or not', (_what, facts, closed) => {
    expect(isClosed(whatsappRoom(facts))).toBe(closed);
  });
});

describe('openRoom', () => {
  const room = { id: 'r', contact: { _id: 'c' } } as ILivechatRoom;

  function server(settings: Record<string, unknown> = {}, refusal?: string) {
    const verify = jest.fn(async () => {
      if (refusal) throw new Error(refusal);
    });
    const modify = { getCreator: () => ({ getContactCreator: () => ({ verifyContact: verify }) }) } as never;
    return { verify, ...fakeHost({ modify, settings }) };
  }

  describe('the contact of a new room', () => {
    test('is verified by the phone that WhatsApp has verified', async () => {
      const { host, verify } = server();
      await verifyContact(host, room, conversation());
      const facts = { contactId: 'c', field: 'phone', value: '+5511955550111', visitorId: 'v', roomId: 'r' };
      expect(verify.mock.calls).toEqual([[facts]]);
    });

    test.each([
      ['without a contact', {}, { id: 'r' } as ILivechatRoom, conversation()],
      ['of a customer without a phone', {}, room, conversation({ waId: undefined })],
      ['where the settings say no', { verify_contacts: false }, room, conversation()],
    ])('is left alone %s', async (_what, settings, given, customer) => {
      const { host, verify } = server(settings);
      await verifyContact(host, given, customer);
      expect(verify).not.toHaveBeenCalled();
    });

    test('is not asked for again on a server that does not do it, and nothing is lost', async () => {
      const { host, verify } = server({}, 'Invalid accessor method "getContactCreator"');
      await verifyContact(host, room, conversation());
      await verifyContact(host, room, conversation());
      expect(verify).toHaveBeenCalledTimes(1);
    });

    test('is asked for again after a failure that passes', async () => {
      const { host, verify, log } = server({}, 'MongoNetworkTimeoutError');
      await verifyContact(host, room, conversation());
      await verifyContact(host, room, conversation());
      expect(verify).toHaveBeenCalledTimes(2);
      expect(log).toHaveLength(2);
    });
  });
});

describe('readRefusal', () => {
  test.each([
    [new Error('no-agent-online'), 'nobody-there'],
    [new Error('Sorry, no online agents [no-agent-online]'), 'nobody-there'],
    [new Error('error-omnichannel-is-disabled'), 'nobody-there'],
    ['error-contact-channel-blocked', 'blocked'],
    [new Error('error-room-closed'), 'room-closed'],
    [new Error('no database'), undefined],
    [undefined, undefined],
    [{}, undefined],
  ])('%s means %s', (error, meaning) => {
    expect(readRefusal(error)).toBe(meaning);
  });
});

describe('setupRoom', () => {
  test.each([
    [true, { archived: true }],
    [true, { isArchived: true }],
    [true, { _unmappedProperties_: { archived: true, ro: false } }],
    [false, {}],
    [false, { archived: false, isArchived: false, _unmappedProperties_: { archived: false } }],
    [false, { archived: null, _unmappedProperties_: null }],
  ])('it is %s that %j is archived', (outcome, room) => {
    expect(isArchived(room as unknown as IRoom)).toBe(outcome);
  });
});

describe('whatsappRoom', () => {
  const ours = { number: '551155550100', customer: '5511955550111' };

  describe('a room of ours', () => {
    test('is known by what was put on it', () => {
      expect(readWhatsappRoom(whatsappRoom({ customFields: whatsappRoomFields(ours) }), 'app-id')).toEqual(ours);
    });

    test.each([
      ['phone', { phone: [{ phoneNumber: '+55 11 95555 0111' }], username: 'maria' }],
      ['name', { username: '5511955550111' }],
    ])('is known by its address and its visitor’s %s where nothing that we put on it was kept', (_what, visitor) => {
      const source = { type: 'app', id: 'app-id', label: '+551155550100', destination: '+551155550100' };
      const room = whatsappRoom({ source, visitor, customFields: undefined });
      expect(readWhatsappRoom(overTheWire(room), 'app-id')).toEqual(ours);
    });

    test.each([
      ['closed', { isOpen: false }],
      ['of an app that is not named', { source: { type: 'app', label: '+551155550100' } }],
      ['with fields of others', { customFields: { whatsapp: ours, crm: { id: 7 } } }],
      ['whose absent facts became null', { isOpen: undefined, servedBy: undefined, department: undefined }],
    ])('is known also when it is %s', (_what, facts) => {
      expect(readWhatsappRoom(overTheWire(whatsappRoom(facts)), 'app-id')).toEqual(ours);
    });
  });

  describe('a room of others', () => {
    test.each([
      ['of another app', whatsappRoom({ source: { type: 'app', id: 'other' } })],
      ['of the widget', whatsappRoom({ source: { type: 'widget' } })],
      ['without a source', whatsappRoom({ source: undefined })],
      ['that is bare', whatsappRoom({ source: { type: 'app', id: 'app-id' }, customFields: undefined })],
      [
        'that names no app and says nothing',
        whatsappRoom({ source: { type: 'app', label: '+1' }, customFields: undefined }),
      ],
      ['with half of it', whatsappRoom({ source: { type: 'app' }, customFields: { whatsapp: { number: '1' } } })],
      ['that is a channel', { id: 'r', type: 'c' } as unknown as IRoom],
      ['that is none', undefined],
    ])('is left alone: %s', (_what, room) => {
      expect(readWhatsappRoom(room, 'app-id')).toBeUndefined();
    });
  });

  describe('isBareRoom', () => {
    test.each([
      ['made by Rocket.Chat for us', { customFields: undefined }, true],
      ['made by us', {}, false],
      ['of another app', { source: { type: 'app', id: 'other' }, customFields: undefined }, false],
      ['of another channel', { source: { type: 'widget' }, customFields: undefined }, false],
      ['without a source', { source: undefined, customFields: undefined }, false],
    ])('a room %s tells whose it is, or not', (_what, facts, bare) => {
      expect(isBareRoom(whatsappRoom(facts), 'app-id')).toBe(bare);
      expect(isBareRoom(undefined, 'app-id')).toBe(false);
    });
  });

  describe('whatsappRoomFields', () => {
    test('what is put on a room is what it is known by', () => {
      const ours = { number: '1', customer: 'BR.2' };
      expect(readWhatsappRoom(whatsappRoom({ customFields: whatsappRoomFields(ours) }), 'app-id')).toEqual(ours);
    });
  });
});

describe('openRooms', () => {
  test('the rooms that the app has made are known until they are closed', async () => {
    const { host, store } = fakeHost();
    await noteOpenRoom(host, 'one');
    await noteOpenRoom(host, 'two');
    await noteOpenRoom(host, 'two');
    expect(await readOpenRooms(host)).toEqual(['one', 'two']);
    await forgetOpenRoom(host, 'one');
    await forgetOpenRoom(host, 'unknown');
    expect(await readOpenRooms(host)).toEqual(['two']);
    await forgetOpenRoom(host, 'two');
    expect(store.records).toEqual([]);
  });
});
