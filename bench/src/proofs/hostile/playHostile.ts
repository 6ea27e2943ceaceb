import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conversationWith } from '../../../../test/e2e/support/conversationWith';
import { pathsTo, placesOf, stored } from '../../../../test/e2e/support/instances/durableStore';
import { places } from '../../../../test/e2e/support/places';
import type { TestWorkbench } from '../../../../test/e2e/support/instances/TestWorkbench';
import { inFlight } from '../../load/post';
import { randomNumbers } from '../randomNumbers';
import type { Served } from './honestRequests';
import { honestRequests } from './honestRequests';
import { mutate } from './mutate';
import { watchServer } from './watchServer';

/** One request of a stranger. */
interface Attack {
  /** Which one it is, from 0: `--only` sends it alone. */
  at: number;
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Whether the secret of the webhook is wrong. */
  isWrong?: boolean;
}

/** What became of a request. */
interface Outcome {
  status: number;
  start: number;
  ms: number;
  text: string;
}

export interface HostileOutcome {
  /** How many requests were answered with each status, 0 for none. */
  statuses: Map<number, number>;
  /** Numbers of the requests that were answered with 500 or more, or not at all. */
  failed: number[];
  /** Numbers of the requests that the server’s own limit kept from the app. */
  limited: number[];
  /** Milliseconds, of all requests. */
  times: number[];
  /** How many answers took over a second; `whileBusy`: while the server itself was slow to answer what costs nothing. */
  slow: { alone: number[]; whileBusy: number };
  /** What the app or the server printed or logged of an error that nobody caught. */
  unhandled: string[];
  /** Numbers of the webhooks with a wrong secret that were taken, and places in the store where something of one stands. */
  taken: string[];
  /** Where a planted secret was found. */
  leaks: string[];
}

interface Plan {
  /** The connected number, digits. */
  number: string;
  webhooks: number;
  requests: number;
  seed: number;
  only?: number | undefined;
}

const IN_FLIGHT = 8;
/** Requests of clients between two journeys of a minute: the server takes 600 of one address in a minute. */
const BATCH = 400;
/** Each so many webhooks one comes with a wrong secret. */
const WRONG_EVERY = 10;
/** Stands in each webhook with a wrong secret. */
const WRONG_MARK = 'wamid.WITHAWRONGSECRET';
const UNHANDLED = /unhandled|uncaught|heap out of memory|TypeError|RangeError|Maximum call stack/i;
/** Milliseconds that an answer to a stranger may take. */
export const LONGEST = 1_000;

/**
 * Sends mutated webhooks, most with the right secret, and mutated commands, interactions and requests for templates, and
 * looks for what must not happen. The requests of clients are those of views that stand open, sent by their owner or by
 * somebody else. The workbench has to be durable.
 *
 * @param only sends this one request alone
 */
export async function playHostile(
  workbench: TestWorkbench,
  { number, webhooks, requests, seed, only }: Plan,
): Promise<HostileOutcome> {
  const target = await workbench.dialog360.get<{ headers: Record<string, string> }>('/v1/configs/webhook');
  const bodies = webhookBodies(number, await workbench.sim.phoneNumberId(number));
  const conversations: Served[] = [];
  for (const name of ['Hester Hostile', 'Hugo Hostile']) {
    const { room, agent } = await conversationWith(workbench, number, name);
    conversations.push({ room, username: agent.username });
  }
  await leaveCards(workbench, conversations);
  const printed = workbench.output.length;
  const logged = new Set((await workbench.logs()).map(({ _id }) => _id));
  const unhandled: string[] = [];
  /** Reads the log's new lines. It has to be called often, because the engine's log keeps only the last thousand calls. */
  const readLogs = async () => {
    for (const log of (await workbench.logs()).filter(({ _id }) => !logged.has(_id))) {
      logged.add(log._id);
      const line = JSON.stringify(log);
      if (UNHANDLED.test(line)) unhandled.push(line);
    }
  };
  const isWanted = ({ at }: Attack) => only === undefined || at === only;
  const attacks: Attack[] = [];
  const outcomes: Outcome[] = [];
  const attack = async (some: readonly Attack[]) => {
    for (let from = 0; from < some.length; from += BATCH) {
      const batch = some.slice(from, from + BATCH);
      attacks.push(...batch);
      outcomes.push(...(await inFlight(IN_FLIGHT, batch, send)));
      await readLogs();
    }
  };

  const watch = watchServer(workbench);
  await attack(
    Array.from({ length: webhooks }, (_, at): Attack => {
      const isWrong = at % WRONG_EVERY === WRONG_EVERY - 1;
      const honest = bodies[at % bodies.length] ?? '{}';
      const body = mutate(isWrong ? honest.replaceAll(/wamid\.[^"]*/g, WRONG_MARK) : honest, seed + at);
      const headers = isWrong ? wrong(target.headers, at) : target.headers;
      return { at, url: workbench.privateUrl('incoming'), headers, body, isWrong };
    }).filter(isWanted),
  );
  for (let from = webhooks; from < webhooks + requests; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, webhooks + requests - from) }, (_, index) => from + index);
    if (only !== undefined && !numbers.includes(only)) continue;
    if (from > webhooks) await workbench.travel(1);
    const honest = await honestRequests(workbench, number, conversations);
    const batch: Attack[] = [];
    for (const at of numbers) {
      const { path, body, username } = honest[at % honest.length] ?? { path: '/', body: '{}' };
      const sender = username === undefined ? undefined : await workbench.as(senderOf(username, seed + at));
      const headers = sender?.http.headers ?? {};
      batch.push({ at, url: workbench.url + path, headers, body: mutate(body, seed + at) });
    }
    await attack(batch.filter(isWanted));
  }
  await workbench.idle();
  await readLogs();
  const isBusy = watch.stop();

  const statuses = new Map<number, number>();
  for (const { status } of outcomes) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const which = (isIt: (outcome: Outcome, attack: Attack) => boolean) =>
    attacks.flatMap((each, index) => {
      const outcome = outcomes[index];
      return outcome && isIt(outcome, each) ? [each.at] : [];
    });
  const slow = outcomes.filter(({ ms }) => ms > LONGEST);
  const output = workbench.output.slice(printed);
  const secrets = [workbench.demo.apiKey, ...Object.values(target.headers)].filter((secret) => secret.length > 15);
  const inAnswers = (secret: string) => which(({ text }) => text.includes(secret)).map((at) => `answer ${at}`);
  const tokens = stored(workbench, 'rooms').flatMap(
    (room) => /"token":"([^"]+)"/.exec(JSON.stringify(room))?.[1] ?? [],
  );
  return {
    statuses,
    failed: which(({ status }) => status === 0 || status >= 500),
    limited: which(({ status }) => status === 429),
    times: outcomes.map(({ ms }) => ms),
    slow: {
      alone: which((each) => each.ms > LONGEST && !isBusy(each)),
      whileBusy: slow.filter(isBusy).length,
    },
    unhandled: [...unhandled, ...output.split('\n').filter((line) => UNHANDLED.test(line))],
    taken: [
      ...which(({ status }, { isWrong }) => isWrong === true && status < 400).map(String),
      ...placesOf(workbench, WRONG_MARK),
    ],
    leaks: [
      ...secrets.flatMap((secret) => [
        ...placesOf(workbench, secret).filter((place) => !HOMES.test(place)),
        ...(output.includes(secret) ? ['output'] : []),
        ...inAnswers(secret),
      ]),
      ...tokens.flatMap(inAnswers),
      ...(await leaksOnPages(workbench, secrets)),
    ],
  };
}

/** Where the secrets of a number belong: the app’s own record of it, and for a day the form of somebody who has typed the key. */
const HOMES =
  /^records\[number\]\.data\.(apiKey|webhookSecret)$|^records\[snapshot\]\.data\.position\.context\.form\.apiKey$/;

/** Every answer that the page and Rocket.Chat’s clients read, as each of the users. */
async function leaksOnPages(workbench: TestWorkbench, secrets: readonly string[]): Promise<string[]> {
  const app = `/api/apps/${workbench.appId}`;
  const addresses = [
    ...['/logs?count=0', '/settings', '/jobs', '/apis', ''].map((path) => `${app}${path}`),
    ...['app/records', 'app/jobs', 'roundtrips', 'settings'].map((path) => `/api/workbench/${path}`),
    ...['requests', 'deliveries', 'state', 'templates'].map((path) => `/api/workbench/simulator/${path}`),
    ...['rooms.get', 'livechat/rooms?count=0', 'users.list?count=0'].map((path) => `/api/v1/${path}`),
  ];
  const found: string[] = [];
  for (const username of workbench.ready.usernames) {
    const { http, feed } = await workbench.as(username);
    for (const address of addresses) {
      const { body } = await http.request('GET', address);
      for (const secret of secrets) found.push(...pathsTo(body, secret, `${username}: ${address} `));
    }
    for (const secret of secrets) found.push(...pathsTo(feed.events, secret, `${username}: feed`));
  }
  return found;
}

/** Leaves a card of a message that failed in each conversation. */
async function leaveCards(workbench: TestWorkbench, conversations: readonly Served[]): Promise<void> {
  for (const { room, username } of conversations) {
    const agent = await workbench.as(username);
    await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
    await agent.send(room, `This fails for ${username}`);
    await agent.findMessage(room, ({ blocks }) => JSON.stringify(blocks ?? []).includes('Send again'));
  }
}

/** Mostly the user whose view it is, else another one. */
function senderOf(owner: string, seed: number): string {
  const others = ['admin', 'manager', 'agent1', 'agent2'];
  const chance = randomNumbers(seed)();
  return chance < 0.6 ? owner : (others[Math.floor(chance * 1_000) % others.length] ?? owner);
}

/** The headers of a webhook with something else in the place of each value. */
function wrong(headers: Record<string, string>, at: number): Record<string, string> {
  const changes: readonly ((value: string) => [string, string] | undefined)[] = [
    () => undefined,
    () => ['', ''],
    (value) => ['', `${value}x`],
    (value) => ['', value.slice(0, -1)],
    (value) => ['', value.toUpperCase()],
    (value) => ['', `${value}, ${value}`],
    (value) => ['x-', value],
    () => ['', 'undefined'],
    () => ['', '[object Object]'],
  ];
  const change = changes[Math.floor(at / WRONG_EVERY) % changes.length];
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const [prefix, other] = change?.(value) ?? [];
      return other === undefined ? [] : [[`${prefix ?? ''}${name}`, other]];
    }),
  );
}

/** Rocket.Chat's own answer to an interaction that is none; the app is not asked. */
const REFUSED_BY_SERVER = /^\{"error":"Invalid body"\}$/;

/** Never rejects. What the server itself refuses counts as 400, whatever status it has for that. */
async function send({ url, headers, body }: Attack): Promise<Outcome> {
  const start = performance.now();
  try {
    const options = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body };
    const response = await fetch(url, options);
    const text = await response.text();
    const status = REFUSED_BY_SERVER.test(text) ? 400 : response.status;
    return { status, start, ms: performance.now() - start, text };
  } catch (error) {
    return { status: 0, start, ms: performance.now() - start, text: String(error) };
  }
}

/** The webhooks of the fixtures, as if they were for this number. */
function webhookBodies(number: string, phoneNumberId: string): string[] {
  const folder = join(places.repository, 'test/fixtures/webhooks');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .map((text) =>
      text
        .replace(/("display_phone_number":\s*)"[^"]*"/g, `$1"${number}"`)
        .replace(/("phone_number_id":\s*)"[^"]*"/g, `$1"${phoneNumberId}"`),
    );
}
