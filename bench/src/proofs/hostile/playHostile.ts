import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestWorkbench } from '../../../../test/e2e/support/TestWorkbench';
import { inFlight } from '../../load/post';
import { mutate } from './mutate';

/** One request of a stranger. */
interface Attack {
  /** Which one it is, from 0: `--only` sends it alone. */
  at: number;
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface HostileOutcome {
  /** How many requests were answered with each status, 0 for none. */
  statuses: Map<number, number>;
  /** Numbers of the requests that were answered with 500 or more, or not at all. */
  failed: number[];
  /** Milliseconds, of all requests. */
  times: number[];
  /** What the app or the server printed or logged of an error that nobody caught. */
  unhandled: string[];
  /** Where a planted secret was found. */
  leaks: string[];
}

const IN_FLIGHT = 8;
const UNHANDLED = /unhandled|uncaught|heap out of memory|TypeError|RangeError|Maximum call stack/i;

/**
 * Sends mutated webhooks with the right secret, and mutated REST and interaction bodies, and looks for what must not happen.
 *
 * @param only sends this one request alone
 */
export async function playHostile(
  workbench: TestWorkbench,
  { number, webhooks, requests, seed, only }: Plan,
): Promise<HostileOutcome> {
  const target = await workbench.dialog360.get<{ headers: Record<string, string> }>('/v1/configs/webhook');
  const agent = await workbench.as('agent1');
  const phoneNumberId = await workbench.sim.phoneNumberId(number);
  const bodies = webhookBodies(number, phoneNumberId);
  const presses = interactions(workbench, number);
  const printed = workbench.output.length;
  const logged = new Set((await workbench.logs()).map(({ _id }) => _id));
  const attacks = Array.from({ length: webhooks + requests }, (_, at): Attack => {
    if (at < webhooks) {
      const body = mutate(bodies[at % bodies.length] ?? '{}', seed + at);
      return { at, url: workbench.privateUrl('incoming'), headers: target.headers, body };
    }
    const { url, body } = presses[at % presses.length] ?? { url: workbench.url, body: '{}' };
    return { at, url, headers: agent.http.headers, body: mutate(body, seed + at) };
  }).filter(({ at }) => only === undefined || at === only);
  const answers = await inFlight(IN_FLIGHT, attacks, send);
  await workbench.idle();
  const output = workbench.output.slice(printed);
  const all = await workbench.logs();
  const logs = JSON.stringify(all);
  const news = JSON.stringify(all.filter(({ _id }) => !logged.has(_id)));
  const secrets = [workbench.demo.apiKey, ...Object.values(target.headers)].filter((secret) => secret.length > 15);
  const statuses = new Map<number, number>();
  for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  return {
    statuses,
    failed: answers.flatMap(({ status }, index) => (status === 0 || status >= 500 ? [attacks[index]?.at ?? -1] : [])),
    times: answers.map(({ ms }) => ms),
    unhandled: [...output.split('\n'), ...news.split('},{')].filter((line) => UNHANDLED.test(line)),
    leaks: [
      ...secrets.flatMap((secret) => (output.includes(secret) ? ['output'] : [])),
      ...secrets.flatMap((secret) => (logs.includes(secret) ? ['logs'] : [])),
    ],
  };
}

interface Plan {
  number: string;
  webhooks: number;
  requests: number;
  seed: number;
  only?: number | undefined;
}

/** Rocket.Chat's own answer to an interaction that is none; the app is not asked. */
const REFUSED_BY_SERVER = /^\{"error":"Invalid body"\}$/;

/** Never rejects. What the server itself refuses counts as 400, whatever status it has for that. */
async function send({ url, headers, body }: Attack): Promise<{ status: number; ms: number }> {
  const start = performance.now();
  try {
    const options = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body };
    const response = await fetch(url, options);
    const status = REFUSED_BY_SERVER.test(await response.text()) ? 400 : response.status;
    return { status, ms: performance.now() - start };
  } catch {
    return { status: 0, ms: performance.now() - start };
  }
}

/** The webhooks of the fixtures, as if they were for this number. */
function webhookBodies(number: string, phoneNumberId: string): string[] {
  const folder = join(__dirname, '../../../../test/fixtures/webhooks');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .map((text) =>
      text
        .replace(/("display_phone_number":\s*)"[^"]*"/g, `$1"${number}"`)
        .replace(/("phone_number_id":\s*)"[^"]*"/g, `$1"${phoneNumberId}"`),
    );
}

/** Requests of programs and of clients, as honest ones send them. */
function interactions(workbench: TestWorkbench, number: string): { url: string; body: string }[] {
  const press = `${workbench.url}/api/apps/ui.interaction/${workbench.appId}`;
  const template = {
    name: 'ticket_update',
    language: { code: 'en', policy: 'deterministic' },
    components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'customer_name', text: 'Ana' }] }],
  };
  const triggerId = 'hostile';
  const view = { id: 'v', title: { type: 'plain_text', text: 'x' }, blocks: [], state: { apiKey: { apiKey: 'k' } } };
  return [
    {
      url: workbench.privateUrl('templateMessage'),
      // '12' is no phone number: a request that is still valid after its mutation reaches nobody.
      body: JSON.stringify({ phoneNumbers: ['12'], connectedWhatsAppNo: number, template, results: 'detailed' }),
    },
    {
      url: press,
      body: JSON.stringify({
        type: 'blockAction',
        triggerId,
        actionId: 'send-again',
        payload: { blockId: 'b', value: '{"message":"m"}' },
        container: { type: 'message', id: 'm' },
        rid: 'GENERAL',
        mid: 'm',
      }),
    },
    { url: press, body: JSON.stringify({ type: 'viewSubmit', triggerId, viewId: 'v', payload: { view } }) },
    {
      url: press,
      body: JSON.stringify({ type: 'viewClosed', triggerId, viewId: 'v', payload: { viewId: 'v', view } }),
    },
    {
      url: press,
      body: JSON.stringify({
        type: 'actionButton',
        triggerId,
        actionId: 'whatsapp-status',
        rid: 'GENERAL',
        payload: { context: 'roomAction' },
      }),
    },
  ];
}
