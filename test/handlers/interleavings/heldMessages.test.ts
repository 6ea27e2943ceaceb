import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { file } from '../../../src/handlers/core/records/entries';
import { storeHeld } from '../../../src/handlers/inbound/held/hold';
import { release } from '../../../src/handlers/inbound/held/release';
import { storeConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { messageEvent } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import type { Play, Stage } from '../../support/interleavings';
import { explore } from '../../support/interleavings';
import { connectedNumber, conversation } from '../../support/records';
import { whatsappRoom } from '../../support/workspace';

// Only a test that hangs takes this long: a busy machine may need a minute for what takes a second on a quiet one.
jest.setTimeout(180_000);

// A customer wrote while no agent was there. Later two instances put these messages into the room at the same moment: one in
// the job of every minute, the other because the customer writes again.

/** Longer than the lease. */
const LATER = 25_000;

const texts = ['First', 'Second'] as const;

/** The customer's room, and what stands in it. */
function roomOf(stage: Stage) {
  const shown: { id: string; text: string; createdAt: Date; sender: { _id: string } }[] = [];
  const startLivechatMessage = () => {
    const message = { text: '', createdAt: new Date(0) };
    const builder = {
      setRoom: () => builder,
      setVisitor: () => builder,
      setToken: () => builder,
      setText: (text: string) => ((message.text = text), builder),
      setData: (data: object) => (Object.assign(message, data), builder),
      setAttachments: () => builder,
      getMessage: () => message,
    };
    return builder;
  };
  const finish = (builder: ReturnType<typeof startLivechatMessage>) =>
    stage.step(
      'post',
      () => {
        const id = `post-${shown.length + 1}`;
        shown.push({ id, sender: { _id: conversation().visitor.id }, ...builder.getMessage() });
        return id;
      },
      { isEffect: true },
    );
  const getMessages = async () => {
    const found = [...shown].reverse();
    stage.note(String(found.length));
    return found;
  };
  const read = {
    getLivechatReader: () => ({ getLivechatRooms: async () => [whatsappRoom()] }),
    getRoomReader: () => ({ getMessages }),
  } as unknown as Partial<IRead>;
  const modify = { getCreator: () => ({ startLivechatMessage, finish }) } as unknown as Partial<IModify>;
  return { shown, read, modify };
}

/** Instances that each let in what waits of the same customer. */
function releasing(count: number, more: Partial<Play> = {}): Play {
  const waiting = texts.slice(0, count);
  return {
    instances: 2,
    ...more,
    before: async ({ store, now }) => {
      const { host } = fakeHost({ store });
      await storeConversation(host, conversation({ holding: true }));
      for (const [at, body] of waiting.entries()) {
        const wamid = `wamid.${body}`;
        const event = messageEvent({ wamid, content: { type: 'text', body } });
        const { number, customer } = conversation();
        const held = { number, customer, wamid, at: now + at * 1_000, event };
        await storeHeld(host, { ...file(now, wamid), kind: 'held', ...held });
      }
    },
    begin: (stage) => {
      const { shown, read, modify } = roomOf(stage);
      return {
        run: async (instance) => {
          // What comes to it later meets the other one at any of its steps.
          if (more.later !== undefined && instance > 0) await new Promise((resolve) => setTimeout(resolve, LATER));
          const { host } = fakeHost({ store: stage.store, read, modify });
          return (await release(host, connectedNumber(), conversation({ holding: true }))).holding;
        },
        state: () => shown.map(({ text }) => text),
        check: ({ killed }) => {
          const said = shown.map(({ text }) => text);
          // In order, each once; what a kill has left waits on.
          expect(said).toEqual(waiting.slice(0, said.length));
          const left = stage.store.records.filter((record) => Reflect.get(record, 'kind') === 'held');
          expect(said.length + left.length).toBeGreaterThanOrEqual(waiting.length);
          if (killed.size === 0 && more.later === undefined) expect(left).toEqual([]);
        },
      };
    },
  };
}

describe('messages that wait for an agent', () => {
  test('are let in once and in order by two that let them in at the same moment', async () => {
    expect((await explore(releasing(2))).states).toBeGreaterThan(50);
  });

  test('are let in at most once where one of them is killed at any step, and none is lost', async () => {
    expect((await explore(releasing(1, { crashes: 1 }))).states).toBeGreaterThan(100);
  });

  test('are let in at most once where one of them stands still for longer than its lease just before it posts', async () => {
    // The last call before the post: at every call it would take half a minute to try.
    const isAboutToPost = ({ pending }: Stage) => pending.some(({ name }) => name.includes('"untold:'));
    const play = releasing(1, { later: LATER, passesWhere: isAboutToPost });
    expect((await explore(play)).states).toBeGreaterThan(50);
  });
});
