import { freePort } from '../../../test/e2e/support/freePort';
import { startTestWorkbench } from '../../../test/e2e/support/startTestWorkbench';
import { inFlight } from '../load/inFlight';
import { post } from '../load/post';
import { show } from '../report/show';
import { connectStage } from '../stage/connectStage';
import { meetCustomers } from '../stage/meetCustomers';
import { places } from '../stage/places';
import { runBlock } from '../stage/runBlock';
import { textsOf } from '../stage/textsOf';
import { readHeld } from '../system/readHeld';
import { readSandboxPid } from '../system/readSandboxPid';
import { readUsage } from '../system/readUsage';
import type { Measurement } from './Measurement';

const IN_FLIGHT = 16;
const CUSTOMERS = 200;
const SAMPLES = 10;

/** What a text of a known customer costs: see the round trips. */
const TRIPS = 5;

/** Bytes. More than this between the middle and the end, beside bare calls, would be a leak of the app's own. */
const MOST_GROWTH = 5e6;

/** The memory of the sandbox over many messages, the app's beside that of an app which remembers nothing. */
export const measureMemory: Measurement = async ({ quick, long }) => {
  const messages = quick ? 2_000 : long ? 100_000 : 20_000;
  const [appPort, barePort] = [await freePort(), await freePort()];
  const start = (zip: string, port: number) => startTestWorkbench({ zip, extraArgs: ['--inspect', String(port)] });
  const app = await start(places.appZip, appPort);
  const bare = await start(places.bareZip, barePort);
  try {
    const stage = await connectStage(app);
    const customers = await meetCustomers(stage, CUSTOMERS);
    const at = (path: string) => ({ url: bare.privateUrl(path), headers: {} });
    const conversations = customers.map((customer) => JSON.stringify({ customer }));
    await inFlight(4, conversations, (body) => post(at('conversation'), body));
    const look = async () => ({
      app: await readHeld(appPort),
      bare: await readHeld(barePort),
      rss: readUsage(readSandboxPid(app.pid)).rss,
    });
    const samples = [await look()];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const bodies = textsOf(stage, customers, messages / SAMPLES);
      await runBlock(app, stage.target, bodies, IN_FLIGHT);
      await runBlock(bare, at('same'), bodies, IN_FLIGHT);
      samples.push(await look());
    }
    const growth = (of: 'app' | 'bare') => (samples.at(-1)?.[of] ?? 0) - (samples[SAMPLES / 2]?.[of] ?? 0);
    const own = growth('app') - growth('bare');
    const perTrip = growth('bare') / (messages / 2) / TRIPS;
    return [
      {
        title: 'Memory of the sandbox',
        method:
          `While ${show.count(messages)} texts of ${CUSTOMERS} customers arrive, ${IN_FLIGHT} in flight: what the sandbox holds once its garbage is\n` +
          'collected, of the app and of an app that makes the same calls bare and remembers nothing; and all that the\n' +
          "app's deno process has taken from the system, garbage included.",
        columns: ['texts', 'the app, MB', 'the same calls bare, MB', 'process of the app, MB'],
        rows: samples.map((sample, n) => [
          show.count((messages / SAMPLES) * n),
          show.tenths(sample.app / 1e6),
          show.tenths(sample.bare / 1e6),
          show.megabytes(sample.rss),
        ]),
        notes: [
          'What the app remembers is bounded: 5,000 conversations and 20,000 ids of messages. The engine keeps a name and an\n' +
            `empty list of every call that an app has ever made (its observer of answers is never tidied up): ${show.count(perTrip)} bytes a\n` +
            'round trip, of which an app can free nothing. Few round trips keep that small, too.',
        ],
        goals: [
          {
            what: 'growth over the second half of them beside bare calls, MB',
            goal: `≤ ${show.megabytes(MOST_GROWTH)}`,
            measured: show.tenths(own / 1e6),
            isMet: own <= MOST_GROWTH,
          },
        ],
      },
    ];
  } finally {
    await app.stop();
    await bare.stop();
  }
};
