import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import { association } from '../../../src/handlers/core/records/association';
import { meetCustomer } from '../../../src/handlers/omnichannel/meetCustomer';
import { openRoom } from '../../../src/handlers/omnichannel/openRoom';
import { fakeHost } from '../../support/fakeHost';
import type { Play, Stage } from '../../support/interleavings';
import { explore } from '../../support/interleavings';
import { connectedNumber } from '../../support/records';
import { whatsappRoom } from '../../support/workspace';

// Only a test that hangs takes this long: a busy machine may need a minute for what takes a second on a quiet one.
jest.setTimeout(180_000);

// A customer's first message reaches two instances at once: everything that Rocket.Chat is asked for on the way to their
// room, in every order.

/** Visitors and rooms as Rocket.Chat keeps them. From 8.3 on an index refuses a visitor's second open room. */
function livechat(stage: Stage, hasIndex: boolean) {
  const visitors = new Map<string, IVisitor>();
  const rooms: { id: string; token: string }[] = [];
  const known = (facts: IVisitor) => {
    const visitor = { ...facts, ...visitors.get(facts.token) };
    visitors.set(facts.token, visitor);
    return visitor;
  };
  const creator = {
    createAndReturnVisitor: (facts: IVisitor) => stage.step('createVisitor', () => known(facts), { isEffect: true }),
    createRoom: ({ token }: IVisitor, _agent: unknown, more: object) =>
      stage.step(
        'createRoom',
        () => {
          if (hasIndex && rooms.some((room) => room.token === token)) throw new Error('E11000 duplicate key');
          const room = { ...whatsappRoom(more), id: `room-${rooms.length + 1}`, token };
          rooms.push(room);
          return room;
        },
        { isEffect: true },
      ),
  };
  const reader = {
    getLivechatVisitorByToken: (token: string) => stage.step('visitorByToken', () => visitors.get(token)),
    getLivechatRooms: ({ token }: IVisitor) => stage.step('rooms', () => rooms.filter((room) => room.token === token)),
  };
  const read = { getLivechatReader: () => reader } as unknown as Partial<IRead>;
  const modify = { getCreator: () => ({ getLivechatCreator: () => creator }) } as unknown as Partial<IModify>;
  return { visitors, rooms, read, modify };
}

/** Instances that each take a first message of the same customer. */
function meeting(hasIndex: boolean, more: Partial<Play> = {}): Play {
  return {
    instances: 2,
    ...more,
    before: ({ store }) =>
      store.createWithAssociations({ kind: 'install', visitorSecret: 'secret' }, [association('install')]),
    begin: (stage) => {
      const { visitors, rooms, read, modify } = livechat(stage, hasIndex);
      // No phone is shown to anybody: that is another promise, and would make the play longer.
      const settings = { keep_phones_off_visitors: true, verify_contacts: false };
      return {
        run: async () => {
          const { host } = fakeHost({ store: stage.store, read, modify, settings });
          const number = connectedNumber();
          const { conversation, acquaintance } = await meetCustomer(host, number, { userId: 'US.1' }, stage.now);
          const { room } = await openRoom(host, number, conversation, {
            acquaintance,
            openRoom: acquaintance === 'known' ? 'not-looked-up' : 'none',
          });
          return room.id;
        },
        state: () => [[...visitors.keys()], rooms.map(({ token }) => token)],
        check: ({ results, killed }) => {
          expect(visitors.size).toBeLessThanOrEqual(1);
          expect(rooms.length).toBeLessThanOrEqual(1);
          if (killed.size === 0) expect(rooms).toHaveLength(1);
          for (const result of results.values()) expect(result).toBe('room-1');
        },
      };
    },
  };
}

describe('a customer’s first message at two instances', () => {
  test.each([true, false])('makes one visitor and one room (unique index: %s)', async (hasIndex) => {
    expect((await explore(meeting(hasIndex))).states).toBeGreaterThan(50);
  });

  // The index could only help: without it the claim has to do all of it.
  test('makes one visitor and one room where one instance is killed before any of its steps', async () => {
    expect((await explore(meeting(false, { crashes: 1 }))).states).toBeGreaterThan(100);
  });
});
