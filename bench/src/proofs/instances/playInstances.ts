import { randomUUID } from 'node:crypto';
import { connectDemoNumber } from '../../../../test/e2e/support/connectDemoNumber';
import { openBehind } from '../../../../test/e2e/support/instances/durableStore';
import { PIXEL } from '../../../../test/e2e/support/pixel';
import { startSecondInstance } from '../../../../test/e2e/support/instances/startSecondInstance';
import { startTestWorkbench } from '../../../../test/e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../../../../test/e2e/support/instances/TestWorkbench';
import { waitFor } from '../../../../test/e2e/support/waitFor';
import type { ServerVersion } from '../../../../workbench/src/server/serverTraits';
import type { Target } from '../../load/post';
import { inFlight, post } from '../../load/post';
import { Crowd } from '../crash/Crowd';
import { AppRecords, OpenDeliveries } from '../crash/readTruth';
import { randomNumbers } from '../randomNumbers';
import { Balancer } from './Balancer';
import type { Verdict } from './examineInstances';
import { examineInstances } from './examineInstances';
import type { Agreement } from './measureAgreement';
import { measureAgreement } from './measureAgreement';

/** What is played. */
export interface InstancesPlay {
  /** First messages of texts: two of each customer, written in the same moment. */
  firsts: number;
  /** Customers whose first message is an album of five pictures. */
  albums: number;
  /** Later texts of customers, and texts of agents. */
  texts: number;
  agentTexts: number;
  /** So many of the agents' texts fail later, so that a card says so. */
  failures: number;
  seed: number;
  server: ServerVersion;
  zip: string;
}

export interface InstancesOutcome extends Verdict, Agreement {
  server: ServerVersion;
  hasIndex: boolean;
  /** Webhooks that reached both instances in the same moment. */
  doubledWebhooks: number;
  /** Webhooks that were under way when one instance was killed. */
  interrupted: number;
  /** Milliseconds from the kill until each of them was done. */
  recoveries: number[];
  /** Seconds since the start and webhooks that are not worked off; seconds of the kill and of the new start. */
  backlog: [number, number][];
  marks: number[];
}

/** The welcome text, which every customer gets after their first message. */
export const WELCOME = 'Welcome to the two of us';

const PICTURES = 5;
const CUSTOMERS_AT_ONCE = 12;

/** Milliseconds between two looks at the app's records, and until a killed instance is started again. */
const LOOK = 250;
const PAUSE = 3_000;

/**
 * Lets customers and agents write to two instances over one store, kills one of them in the middle and starts it again;
 * then compares what was written with what arrived.
 *
 * @param tell is told how far it is
 */
export async function playInstances(play: InstancesPlay, tell: (what: string) => void): Promise<InstancesOutcome> {
  const random = randomNumbers(play.seed);
  const { zip, server } = play;
  const workbench = await startTestWorkbench({ durable: true, server, zip });
  let second = await startSecondInstance(workbench);
  let isSecondUp = true;
  const { store, workspace } = openBehind(workbench, workbench.dataDir);
  let balancer: Balancer | undefined;
  let watch: NodeJS.Timeout | undefined;
  try {
    const number = await connectDemoNumber(workbench, { 'Welcome Message (optional)': WELCOME });
    const headers = (await workbench.dialog360.get<Target>('/v1/configs/webhook')).headers;
    (await workbench.as('admin')).stop();
    await workbench.sim.http.post('/switches', { limits: 'off', retryMaxMs: 8_000, webhookConcurrency: 64 });
    const instances = (): Target[] => [
      { url: workbench.privateUrl('incoming'), headers },
      { url: second.webhookUrl, headers },
    ];
    balancer = await Balancer.start(instances, random);
    await workbench.sim.setWebhook(number, balancer.url, headers);

    const begun = Date.now();
    const seconds = () => Math.round((Date.now() - begun) / 100) / 10;
    const outcome: Pick<InstancesOutcome, 'interrupted' | 'recoveries' | 'backlog' | 'marks'> = {
      interrupted: 0,
      recoveries: [],
      backlog: [],
      marks: [],
    };
    /** Webhooks that were under way at the kill, and when that was. */
    const waiting = new Map<string, number>();
    /** What is not in its room yet. The record of a message that came twice stays behind it for a while. */
    const records = new AppRecords(workbench.dataDir);
    const deliveries = new OpenDeliveries(workbench.dataDir);
    const look = () => {
      outcome.recoveries.push(...records.recovered(waiting));
      return records.pending;
    };
    watch = setInterval(() => outcome.backlog.push([seconds(), look().size]), LOOK * 2);
    const isDone = () => deliveries.count() === 0 && look().size === 0;
    const worked = () => waitFor(isDone, { what: 'everything to be worked off', timeout: 600_000, interval: LOOK });

    tell(`${play.firsts} first texts, two at a time, and ${play.albums} albums`);
    const serverUrl = () => (isSecondUp && random() < 0.5 ? second.url : workbench.url);
    const crowd = new Crowd(workbench, store, deliveries, { number, random, serverUrl });
    const writers = await crowd.meet(Math.ceil(play.firsts / 2));
    const senders = await crowd.meet(play.albums);
    const captions = new Map(
      senders.map((id) => [id, Array.from({ length: PICTURES }, () => `picture ${randomUUID()}`)]),
    );
    const sayFirst = (id: string) => Promise.all([1, 2].map((nth) => say(workbench, number, id, textOf(nth))));
    await inFlight(CUSTOMERS_AT_ONCE, [...writers, ...senders], async (id) => {
      const album = captions.get(id);
      await (album
        ? Promise.all(album.map((caption) => say(workbench, number, id, pictureOf(caption))))
        : sayFirst(id));
      return { status: 200, ms: 0 };
    });
    await worked();

    tell('settings and conversations, changed at one instance and used at the other');
    const agreement = await measureAgreement(workbench, second, { number, headers });

    tell(`${play.texts} texts of customers and ${play.agentTexts} of agents, and one instance is killed`);
    if (play.failures > 0) await workbench.sim.fault('status-failed', { code: 131026 }, { times: play.failures });
    const talk = Promise.all([
      crowd.say([...writers, ...senders], play.texts),
      crowd.answer(play.agentTexts, play.texts),
    ]);
    const half = (play.texts + play.agentTexts) / 2;
    await waitFor(() => crowd.done >= half, { what: 'people to write', interval: 5, timeout: 3_600_000 });
    isSecondUp = false;
    await second.kill();
    outcome.marks.push(seconds());
    for (const entry of look()) waiting.set(entry, Date.now());
    outcome.interrupted = waiting.size;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    second = await startSecondInstance(workbench);
    isSecondUp = true;
    outcome.marks.push(seconds());
    await talk;
    tell('until everything is worked off');
    await worked();
    clearInterval(watch);
    // A minute after a start the app looks for what agents wrote while it did not run, and tells them.
    await workbench.travel(2);
    await Promise.all([workbench.idle(), second.idle()]);
    look();
    const known = { written: crowd.written, states: records.deliveries, captions };
    const verdict = examineInstances(workbench.dataDir, store, known);
    [records, deliveries].forEach((each) => each.close());
    const hasIndex = workspace.traits.oneOpenRoomPerToken;
    return { server, hasIndex, doubledWebhooks: balancer.doubled, ...outcome, ...verdict, ...agreement };
  } finally {
    clearInterval(watch);
    balancer?.stop();
    store.close();
    await second.stop();
    await workbench.stop();
  }
}

function textOf(nth: number): object {
  return { message: { type: 'text', text: { body: `first ${nth} ${randomUUID()}` } } };
}

function pictureOf(caption: string): object {
  const file = { base64: PIXEL.toString('base64'), mime: 'image/png' };
  return { message: { type: 'image', image: { caption } }, file };
}

/** A customer sends something on WhatsApp, which has to take it. */
async function say(workbench: TestWorkbench, number: string, id: string, what: object): Promise<void> {
  const url = `${workbench.sim.url}/control/customers/${id}/messages`;
  const { status } = await post({ url, headers: {} }, JSON.stringify({ number, ...what }));
  if (status !== 200) throw new Error(`The simulated WhatsApp answered ${status}`);
}
