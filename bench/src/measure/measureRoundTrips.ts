import * as v from 'valibot';
import type { WireRoundTrips } from '../../../test/e2e/support/clients/WireDocuments';
import { conversationOf } from '../../../test/e2e/support/conversationWith';
import { roundTripsOf, settle } from '../../../test/e2e/support/clients/settle';
import { startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import { post } from '../load/post';
import type { Goal, Measurement } from '../report/Figures';
import { connectStage, places, textsOf } from '../stage/Stage';
import type { Stage } from '../stage/Stage';

/** The round trips of every kind of event. */
export const measureRoundTrips: Measurement = async ({ quick }) => {
  const workbench = await startTestWorkbench({ zip: places.appZip, durable: true });
  try {
    const stage = await connectStage(workbench);
    const kinds = await tripsOfKinds(stage, quick ? 6 : Infinity);
    const path = await tripsOfPath(stage);
    return [
      {
        title: 'Round trips of the message path',
        method:
          'Calls from the sandbox to Rocket.Chat, work after the answer included, as `/api/workbench/roundtrips` counts them.\n' +
          'Each is a message each way over a pipe; they are what everything costs.',
        columns: ['event', 'round trips'],
        rows: path.map(toRow),
        notes: [path.map(listCalls).join('\n')],
        goals: path.flatMap(toGoal),
      },
      {
        title: 'Round trips of everything else a customer can send',
        method: 'From a customer who is known and has a room; files are fetched from 360dialog and stored.',
        columns: ['event', 'round trips'],
        rows: kinds.map(toRow),
      },
    ];
  } finally {
    await workbench.stop();
  }
};

function toRow({ event, total }: Trips): string[] {
  return [event, String(total)];
}

function toGoal({ event, total, most }: Trips): Goal[] {
  if (most === undefined) return [];
  return [{ what: `round trips: ${event}`, goal: `≤ ${most}`, measured: String(total), isMet: total <= most }];
}

function listCalls({ event, calls }: Trips): string {
  const names = Object.entries(calls).map(([name, count]) => (count === 1 ? `\`${name}\`` : `${count} × \`${name}\``));
  return `- ${event}: ${names.join(', ') || 'none'}`;
}

/** What an event costs. */
export interface Trips {
  event: string;
  total: number;
  /** By name. */
  calls: Record<string, number>;
  /** The goal, where there is one. */
  most?: number;
}

/** Named as the webhooks of the bench name them: a new name costs round trips of its own. */
const CUSTOMER = '4915112345670';
const NAME = 'Customer 345670';
const ANSWER = 'This is an answer';

/** The calls that show an agent the status of their message. */
const SHOWN = 'message.notifyUser';

/** What the events of the message path cost: texts, repeated ones, an answer and its statuses. */
async function tripsOfPath(stage: Stage): Promise<Trips[]> {
  const { workbench, number, target } = stage;
  const phone = await workbench.sim.customer({ name: NAME, waId: CUSTOMER });
  const say = (text: string) => () => phone.say(number, text);
  const first = await roundTripsOf(workbench, say('The first one'));
  const known = await roundTripsOf(workbench, say('Another one'));
  const [body = ''] = textsOf(stage, [CUSTOMER], 1);
  await post(target, body);
  const again = await roundTripsOf(workbench, () => post(target, body));
  const { agent, room } = await conversationOf(workbench, NAME);
  await agent.send(room._id, 'The first answer reads settings');
  await phone.open(number);
  await phone.receive(number, ({ status }) => status === 'read');
  await settle(workbench);
  // The line moves once a second.
  await workbench.travel(0.1);
  const answer = await roundTripsOf(workbench, async () => {
    await agent.send(room._id, ANSWER);
    await phone.receive(number, ({ message, status }) => message.text?.body === ANSWER && status === 'read');
  });
  const statuses = answer.filter(({ kind }) => kind === 'endpoint');
  const dearestOf = (isShown: boolean) =>
    statuses
      .filter(({ calls }) => SHOWN in calls === isShown)
      .sort((a, b) => b.total - a.total)
      .slice(0, 1);

  await settle(workbench);
  await workbench.restart();
  const once = textsOf(stage, ['4915112345699'], 1);
  await Promise.all(once.map((each) => post(target, each)));
  const restarted = await roundTripsOf(workbench, () => post(target, body));
  const cold = await roundTripsOf(workbench, say('After a restart'));
  return [
    addUp('text of a known customer', known, 5),
    addUp('text of a known customer whom this process has not met', cold, 6),
    addUp('first text of a new customer', first, 17),
    addUp('status of an answer, where its line moves', dearestOf(true), 3),
    addUp('status of an answer, where nothing is shown', dearestOf(false), 2),
    addUp('repeated text, put into the room by this process', again, 2),
    addUp('repeated text, put into the room before a restart', restarted, 2),
    addUp(
      'answer of an agent',
      answer.filter(({ kind }) => kind === 'listener'),
      5,
    ),
  ];
}

/** What the simulator can send for a customer. */
interface Kind {
  id: string;
  title: string;
  example: Record<string, unknown>;
}

/** A reply needs a message with options, which only an agent's app sends; texts are measured by themselves. */
const LEFT_OUT = ['text', 'reply'];

/** What every other kind of message and event costs, each from a customer who is known and has written before. */
async function tripsOfKinds({ workbench, number }: Stage, most: number): Promise<Trips[]> {
  const kinds = await workbench.sim.http.get<Kind[]>('/inbound-kinds');
  const trips: Trips[] = [];
  for (const { id, title, example } of kinds.filter((kind) => !LEFT_OUT.includes(kind.id)).slice(0, most)) {
    const phone = await workbench.sim.customer({ name: `Customer of ${id}` });
    const { wamid } = await phone.say(number, 'Something to refer to');
    const message = readExample(example, wamid);
    trips.push(addUp(title, await roundTripsOf(workbench, () => phone.send(number, message))));
  }
  return trips.sort((a, b) => a.total - b.total || a.event.localeCompare(b.event));
}

/** An example of a message with a real wamid in the place of `wamid.…`, by which examples refer to another message. */
function readExample(example: Record<string, unknown>, wamid: string): Record<string, unknown> {
  return v.parse(v.record(v.string(), v.unknown()), JSON.parse(JSON.stringify(example).replaceAll('wamid.…', wamid)));
}

/** The round trips of several requests together. */
function addUp(event: string, requests: readonly WireRoundTrips[], most?: number): Trips {
  const calls: Record<string, number> = {};
  for (const [name, count] of requests.flatMap((request) => Object.entries(request.calls))) {
    calls[name] = (calls[name] ?? 0) + count;
  }
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  return { event, total, calls, most };
}
