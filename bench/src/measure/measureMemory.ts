import { freePort, startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../../../test/e2e/support/instances/TestWorkbench';
import { inFlight, post } from '../load/post';
import { show } from '../report/Figures';
import type { Figures, Measurement } from '../report/Figures';
import { agentTextsOfApp, agentTextsOfBareApp, write } from '../stage/agentTexts';
import { connectStage, meetCustomers, places, textsOf } from '../stage/Stage';
import { IN_FLIGHT, runBlock } from '../stage/runBlock';
import { readHeld, readSandboxPid, readUsage } from '../system/readUsage';

const SAMPLES = 10;

/** What a text of a known customer costs, and what a text of an agent costs: see the round trips. */
const TRIPS = 5;

/** Bytes. More than this between the middle and the end, beside bare calls, would be a leak of the app's own. */
const MOST_GROWTH = 5e6;

/** Agents' texts at a time: more would wait longer than the app lets them wait without writing that down. */
const AT_A_TIME = 200;

interface Load {
  what: string;
  customers: number;
  /** For both apps: sends this many texts and waits until they are processed. */
  prepare: (app: TestWorkbench, bare: TestWorkbench, customers: number) => Promise<Record<'app' | 'bare', Send>>;
}

type Send = (count: number) => Promise<unknown>;

const fromCustomers: Load = {
  what: 'texts',
  customers: 200,
  prepare: async (app, bare, count) => {
    const stage = await connectStage(app);
    const customers = await meetCustomers(stage, count);
    const at = (path: string) => ({ url: bare.privateUrl(path), headers: {} });
    const conversations = customers.map((customer) => JSON.stringify({ customer }));
    await inFlight(4, conversations, (body) => post(at('conversation'), body));
    const bodies = (wanted: number) => textsOf(stage, customers, wanted);
    return {
      app: (wanted) => runBlock(app, bodies(wanted), (body) => post(stage.target, body)),
      bare: (wanted) => runBlock(bare, bodies(wanted), (body) => post(at('same'), body)),
    };
  },
};

const fromAgents: Load = {
  what: "agents' texts",
  // Meta lets one customer have 45 messages at once.
  customers: 600,
  prepare: async (app, bare, count) => {
    const [ours, same] = [await agentTextsOfApp(app, count), await agentTextsOfBareApp(bare, count)];
    const sendAll = (workbench: TestWorkbench, textsIn: typeof ours) => async (wanted: number) => {
      for (let sent = 0; sent < wanted; sent += AT_A_TIME) {
        await runBlock(workbench, textsIn(Math.min(AT_A_TIME, wanted - sent), sent), write);
      }
    };
    return { app: sendAll(app, ours), bare: sendAll(bare, same) };
  },
};

/** The memory of the sandbox over many texts of customers, the app's beside that of an app which remembers nothing. */
export const measureMemory: Measurement = async ({ quick, long }) => [
  await measure(fromCustomers, quick ? 2_000 : long ? 100_000 : 20_000),
];

/** The same over many texts of agents. */
export const measureMemoryOfSends: Measurement = async ({ quick }) => [
  await measure(fromAgents, quick ? 1_000 : 20_000),
];

async function measure({ what, customers, prepare }: Load, messages: number): Promise<Figures> {
  const [appPort, barePort] = [await freePort(), await freePort()];
  const start = (zip: string, port: number) => startTestWorkbench({ zip, extraArgs: ['--inspect', String(port)] });
  const app = await start(places.appZip, appPort);
  const bare = await start(places.bareZip, barePort);
  try {
    const send = await prepare(app, bare, customers);
    const look = async () => ({
      app: await readHeld(appPort),
      bare: await readHeld(barePort),
      rss: readUsage(readSandboxPid(app.pid)).rss,
    });
    const samples = [await look()];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      await send.app(messages / SAMPLES);
      await send.bare(messages / SAMPLES);
      samples.push(await look());
    }
    const growth = (of: 'app' | 'bare') => (samples.at(-1)?.[of] ?? 0) - (samples[SAMPLES / 2]?.[of] ?? 0);
    const own = growth('app') - growth('bare');
    const perTrip = growth('bare') / (messages / 2) / TRIPS;
    return {
      title: `Memory of the sandbox: ${what}`,
      method:
        `${show.count(messages)} ${what} in ${customers} conversations, ${IN_FLIGHT} in flight: what the sandbox holds once its garbage is\n` +
        'collected, of the app and of an app that makes the same calls bare and remembers nothing; and all that the\n' +
        "app's sandbox has taken from the system, garbage included.",
      columns: [what, 'the app, MB', 'the same calls bare, MB', 'process of the app, MB'],
      rows: samples.map((sample, n) => [
        show.count((messages / SAMPLES) * n),
        show.tenths(sample.app / 1e6),
        show.tenths(sample.bare / 1e6),
        show.megabytes(sample.rss),
      ]),
      notes: [
        'What the app remembers is bounded: 5,000 conversations and 20,000 ids of messages. The bare app remembers nothing:\n' +
          `what it grows by is the engine's, ${show.count(Math.max(0, perTrip))} bytes a round trip over the second half.`,
      ],
      goals: [
        {
          what: `${what}: growth over the second half beside bare calls, MB`,
          goal: `≤ ${show.megabytes(MOST_GROWTH)}`,
          measured: show.tenths(own / 1e6),
          isMet: own <= MOST_GROWTH,
        },
      ],
    };
  } finally {
    await app.stop();
    await bare.stop();
  }
}
