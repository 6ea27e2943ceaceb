import type { IHttp, IHttpRequest, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../../src/handlers/core/Host';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import {
  conversationKey,
  findByKey,
  storeConversation,
} from '../../../src/handlers/omnichannel/conversations/conversations';
import { storeKept } from '../../../src/handlers/omnichannel/conversations/keptMessages';
import { storeEntry } from '../../../src/handlers/core/records/entries';
import { sendPieces } from '../../../src/handlers/outbound/agent/sendAgentMessage';
import { storeJob } from '../../../src/handlers/outbound/bulk/templateJobs';
import { sendKept } from '../../../src/handlers/outbound/sendWhenAnswered';
import { sendSoon } from '../../../src/handlers/outbound/templates/templateQueue';
import { fakeHost } from '../../support/fakeHost';
import type { Play, Stage } from '../../support/interleavings';
import { explore } from '../../support/interleavings';
import { connectedNumber, conversation, outboxEntry } from '../../support/records';
import { postings, whatsappRoom } from '../../support/workspace';

// Only a test that hangs takes this long: a busy machine may need a minute for what takes a second on a quiet one.
jest.setTimeout(180_000);

// Two instances find the same work at the same moment: it reaches the customer once, in every order of their steps, and is
// never lost in silence, whichever of them is killed.

const number = connectedNumber();
const ana = conversation();
const queue = conversationKey(ana.number, ana.customer);

/** What a run has of the world: its hosts, one for each instance, and what happened outside of the store. */
interface World {
  hosts: Host[];
  /** The messages that reached 360dialog. */
  sent: string[];
  cards: { text: string }[];
}

interface Work {
  /** What waits when the instances come, in the store of a host. */
  waits: (host: Host, now: number) => Promise<unknown>;
  /** The lines that tell the agents of it. */
  saysSo: number;
  /** How an instance deals with it. */
  run: (host: Host) => Promise<unknown>;
}

/** Longer than every lease on the way. */
const LATER = 100_000;

const TEXT = 'Your keys are here';
const message = { id: 'message-id', text: TEXT, room: whatsappRoom(), sender: { id: 'agent-id', username: 'agent' } };

/** Two parts on WhatsApp, and what is written after it. */
const long = { ...message, id: 'long', text: `${'a'.repeat(4_000)} ${'b'.repeat(200)}`, createdAt: new Date(1) };
const later = { ...message, id: 'later', text: 'later', createdAt: new Date(2) };

/** An instance that has read what it reads once a process, so that the play has the steps of the work alone. */
async function instanceOf(stage: Stage, { sent, cards }: World): Promise<Host> {
  const { posted, modify, read } = postings([whatsappRoom()], [message, long, later] as unknown as IMessage[]);
  const finish = modify.getCreator?.().finish.bind(modify.getCreator());
  const say: IModify = {
    getCreator: () => ({
      ...modify.getCreator?.(),
      finish: (builder: never) =>
        stage.step('card', () => {
          void finish?.(builder);
          cards.push({ text: posted.at(-1)?.text ?? '' });
          return `card-${cards.length}`;
        }),
    }),
    getDeleter: () => ({ deleteMessage: async () => undefined }),
    getNotifier: () => ({ notifyUser: async () => undefined }),
    getScheduler: () => ({ scheduleOnce: async () => 'job' }),
  } as unknown as IModify;
  const livechat = { getLivechatRooms: async () => [whatsappRoom()] };
  const { host } = fakeHost({
    store: stage.store,
    modify: say,
    read: { ...read, getLivechatReader: () => livechat } as unknown as Partial<IRead>,
    settings: { read_receipts: 'never' },
  });
  const post = (_: string, { content = '' }: IHttpRequest = {}) =>
    stage.step(
      'send',
      () => {
        sent.push(content);
        const data = { messages: [{ id: `wamid.${sent.length}` }], contacts: [] };
        const headers = { 'content-type': 'application/json' };
        return { url: '', method: 'post', statusCode: 200, headers, content: JSON.stringify(data), data };
      },
      { isEffect: true },
    );
  const own = { ...host, dialog360: { post } as unknown as IHttp };
  await own.memory.numbers.get(own);
  await own.memory.storeVersion.get(own);
  await findByKey(own, ana.number, ana.customer);
  own.memory.lastHeard.set(queue, { wrote: stage.now });
  return own;
}

function playing({ waits, run, saysSo }: Work, more: Partial<Play> = {}): Play {
  let world: World = { hosts: [], sent: [], cards: [] };
  return {
    instances: 2,
    ...more,
    before: async (stage) => {
      world = { hosts: [], sent: [], cards: [] };
      const { host } = fakeHost({ store: stage.store });
      await saveNumber(host, number);
      await storeConversation(host, ana);
      await waits(host, stage.now);
      for (let at = 0; at < (more.instances ?? 2); at += 1) world.hosts.push(await instanceOf(stage, world));
    },
    begin: (stage) => ({
      run: async (instance) => run(world.hosts[instance] as Host),
      state: () => [world.sent.length, world.cards.length],
      check: ({ results, killed }) => {
        for (const result of results.values()) expect(result).not.toBeInstanceOf(Error);
        const { sent, cards } = world;
        expect(sent.length).toBeLessThanOrEqual(1);
        const kinds = stage.store.records.map((record) => String(Reflect.get(record, 'kind')));
        const isLeft = kinds.some((kind) => ['outbox', 'kept', 'template-queued'].includes(kind));
        // What is not sent waits for the next look, or the agents were told.
        expect(sent.length > 0 || cards.length > 0 || isLeft).toBe(true);
        if (killed.size === 0 && more.later === undefined) expect([sent.length, cards.length]).toEqual([1, saysSo]);
      },
    }),
  };
}

const works: Record<string, Work> = {
  'a send that is tried again': {
    waits: (host, at) =>
      storeEntry(host, {
        ...outboxEntry({ messageId: undefined, about: 'welcome', gate: 'automatic', queue, at }),
        roomId: 'room-id',
        content: { type: 'text', text: { body: TEXT } },
        state: 'waiting',
        due: at,
        tries: 1,
      }),
    saysSo: 0,
    run: (host) => host.memory.queueWorkers['work'](host, queue),
  },
  'an agent’s message whose parts are not built yet': {
    waits: (host, at) => {
      const facts = { messageId: 'message-id', about: 'message-id', roomId: 'room-id', gate: 'agent', queue } as const;
      return storeEntry(host, { ...outboxEntry({ ...facts, piece: undefined, at }), state: 'waiting', due: at });
    },
    saysSo: 0,
    run: (host) => host.memory.queueWorkers['work'](host, queue),
  },
  'a message that waited for its customer': {
    waits: (host, at) => {
      const facts = { ...ana, messageId: 'message-id', roomId: 'room-id', writtenAt: at - 5_000, since: at - 4_000 };
      return storeKept(host, { ...facts, keptAt: at - 4_000, by: 'agent-id', cardId: 'card-id', taken: [] });
    },
    saysSo: 1,
    run: (host) => sendKept(host, ana),
  },
  'a list of people': {
    waits: (host) =>
      storeJob(
        host,
        { number: ana.number, origin: 'rest', template: { name: 'hello', language: 'en' }, values: {}, components: [] },
        [{ waId: ana.waId ?? '' }],
      ),
    saysSo: 1,
    run: (host) => sendSoon(host, ana.number),
  },
};

// Not the message whose parts are not built: it passes through the same claim as a send that is tried again, and has most steps.
test.each(['a send that is tried again', 'a message that waited for its customer', 'a list of people'])(
  '%s is sent once by three that find it at the same moment',
  async (what) => {
    const { states } = await explore(playing(works[what] as Work, { instances: 3 }));
    expect(states).toBeGreaterThan(100);
  },
);

describe.each(Object.entries(works))('%s', (_what, work) => {
  test('is sent once by two that find it at the same moment', async () => {
    expect((await explore(playing(work))).states).toBeGreaterThan(30);
  });

  test('is sent at most once, and not lost, where one of them is killed at any step', async () => {
    expect((await explore(playing(work, { crashes: 1 }))).states).toBeGreaterThan(100);
  });

  test('is sent at most once, and not lost, where every lease ends between any two steps', async () => {
    expect((await explore(playing(work, { later: LATER }))).states).toBeGreaterThan(100);
  });
});

test('a long message goes out whole before what is written later at the other instance, in every order of their steps', async () => {
  const whose = { number: ana.number, customer: ana.customer };
  let world: World = { hosts: [], sent: [], cards: [] };
  // What is written once the first part has left may not come between it and the rest.
  let hasBegun: Promise<void> = Promise.resolve();
  const play: Play = {
    instances: 2,
    before: async (stage) => {
      world = { hosts: [], sent: [], cards: [] };
      const { sent } = world;
      hasBegun = new Promise((resolve) => {
        sent.push = (content) => (resolve(), Array.prototype.push.call(sent, content));
      });
      const { host } = fakeHost({ store: stage.store });
      await saveNumber(host, number);
      await storeConversation(host, ana);
      world.hosts = [await instanceOf(stage, world), await instanceOf(stage, world)];
    },
    begin: (stage) => ({
      run: async (instance) => {
        await (instance === 0 ? undefined : hasBegun);
        return sendPieces(world.hosts[instance] as Host, (instance === 0 ? long : later) as unknown as IMessage, whose);
      },
      state: () => world.sent.length,
      check: ({ results }) => {
        expect([...results.values()]).toEqual(expect.arrayContaining(['sent']));
        const order = world.sent.map((content) => /"body":"(later|.)/.exec(content)?.[1]);
        expect(order).toEqual(['a', 'b', 'later'].slice(0, order.length));
        // What is not sent yet waits for the next look.
        expect(stage.store.records).toContainEqual(expect.objectContaining({ about: later.id }));
      },
    }),
  };
  expect((await explore(play)).states).toBeGreaterThan(30);
});
