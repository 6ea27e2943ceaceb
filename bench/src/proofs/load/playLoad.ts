import { freePort, startTestWorkbench } from '../../../../test/e2e/support/instances/startTestWorkbench';
import { waitFor } from '../../../../test/e2e/support/waitFor';
import type { ServerVersion } from '../../../../workbench/src/server/serverTraits';
import type { Answer } from '../../load/post';
import { offered, post } from '../../load/post';
import { percentile } from '../../report/Figures';
import { places } from '../../stage/Stage';
import { runBlock } from '../../stage/runBlock';
import { readHeld, readSandboxPid, readUsage } from '../../system/readUsage';
import { LoadStage } from './LoadStage';

export interface LoadPlay {
  /** How long the steady load lasts. */
  seconds: number;
  server: ServerVersion;
}

/** How soon webhooks were answered. */
export interface Acks {
  webhooks: number;
  p50: number;
  p99: number;
  max: number;
  refused: number;
}

/** What was seen in one second. */
interface Sample {
  second: number;
  p99: number;
  depth: number;
  /** Bytes. */
  sandbox: number;
  host: number;
}

export interface LoadOutcome {
  steady: Acks;
  bursts: Acks;
  burstsAt: number[];
  samples: Sample[];
  deepest: number;
  /** Milliseconds from the end of the load until everything stood in its room. */
  drainMs: number;
  /** Bytes that the sandbox holds after a collection: after the first fifth of the time, and at the end. */
  held: [number, number];
  /** Single webhooks a second that were offered, until the p99 of their answers was too high. */
  knee: { rate: number; p99: number; max: number; refused: number }[];
  singles: Acks;
  /** The empty endpoint: webhooks a second that it takes, and its answers to the same load. */
  emptyPerSecond: number;
  empty: Acks;
}

/** Events a second, alone in their webhooks; events of a burst, in batches within one second. */
export const STEADY = 80;
export const BURST = 1_000;

/** Milliseconds: beyond this p99 the knee is reached. */
export const KNEE = 250;
const HIGHEST = 20_000;

/** Single webhooks a second, and for how many seconds. */
export const SINGLES = 1_000;

const CUSTOMERS = 200;
const PATIENCE = 900_000;

/** @param tell is told how far it is */
export async function playLoad({ seconds, server }: LoadPlay, tell: (what: string) => void): Promise<LoadOutcome> {
  const inspectPort = await freePort();
  tell(`${CUSTOMERS} customers begin their conversations`);
  const agentTexts = Math.min(2_000, Math.max(CUSTOMERS, 5 * seconds));
  const stage = await LoadStage.start({ zip: places.appZip, server, customers: CUSTOMERS, agentTexts, inspectPort });
  try {
    const steady = await hold(stage, { seconds, inspectPort }, tell);
    const short = Math.max(3, Math.min(10, Math.round(seconds / 6)));
    const knee = await findKnee(stage, short, tell);
    tell(`${SINGLES} single webhooks a second for ${short} s`);
    const texts = Array.from({ length: SINGLES * short }, (_, at) => [stage.text(`This is single text number ${at}`)]);
    const singles = acksOf(await offered(SINGLES, texts, (events) => stage.deliver(events)));
    await drained(stage);
    await stage.stop();
    tell('the same on the empty endpoint');
    return { ...steady, knee, singles, ...(await tryEmpty(server, short)) };
  } catch (error) {
    await stage.stop();
    throw error;
  }
}

/** The steady load with its bursts, in two parts: what the sandbox holds is looked at after each, in a pause. */
async function hold(
  stage: LoadStage,
  { seconds, inspectPort }: { seconds: number; inspectPort: number },
  tell: (what: string) => void,
): Promise<Omit<LoadOutcome, 'knee' | 'singles' | 'emptyPerSecond' | 'empty'>> {
  const sandbox = readSandboxPid(stage.workbench.pid);
  const begun = performance.now();
  const now = () => Math.round((performance.now() - begun) / 100) / 10;
  const [singles, batches]: [Answer[], Answer[]] = [[], []];
  const [samples, burstsAt]: [Sample[], number[]] = [[], []];
  let seen = 0;
  const watch = setInterval(() => {
    const recent = singles.slice(seen).map(({ ms }) => ms);
    seen = singles.length;
    const memory = { sandbox: readUsage(sandbox).rss, host: readUsage(stage.workbench.pid).rss };
    samples.push({ second: now(), p99: percentile(recent, 99), depth: stage.depth, ...memory });
  }, 1_000);
  const part = async (length: number) => {
    const bursts: Promise<unknown>[] = [];
    const burst = () => {
      burstsAt.push(now());
      const events = stage.batchesOf(Array.from({ length: BURST }, () => stage.event()));
      bursts.push(
        offered(events.length, events, (batch) => stage.deliver(batch)).then((answers) => batches.push(...answers)),
      );
    };
    // In the middle of each interval, so that the second before and after shows the steady load.
    const interval = Math.max(5, Math.min(30, length / 2)) * 1_000;
    const first = setTimeout(burst, interval / 2);
    const timer = setInterval(() => setTimeout(burst, interval / 2), interval);
    const turns = Array.from({ length: Math.round(STEADY * length) });
    await offered(STEADY, turns, async () => {
      const answer = await stage.deliver([stage.event()]);
      singles.push(answer);
      return answer;
    });
    clearTimeout(first);
    clearInterval(timer);
    await Promise.all(bursts);
    const end = performance.now();
    await drained(stage);
    return performance.now() - end;
  };
  try {
    tell(`${STEADY} events a second for ${seconds} s, with bursts of ${BURST}`);
    await part(seconds / 5);
    const early = await readHeld(inspectPort);
    const drainMs = await part((seconds * 4) / 5);
    return {
      steady: acksOf(singles),
      bursts: acksOf(batches),
      burstsAt,
      samples,
      deepest: Math.max(0, ...samples.map(({ depth }) => depth)),
      drainMs,
      held: [early, await readHeld(inspectPort)],
    };
  } finally {
    clearInterval(watch);
  }
}

/** Offers twice as many single texts in each step, each from an empty queue on. */
async function findKnee(stage: LoadStage, seconds: number, tell: (what: string) => void): Promise<LoadOutcome['knee']> {
  const steps: LoadOutcome['knee'] = [];
  for (let rate = STEADY; rate <= HIGHEST; rate *= 2) {
    tell(`${rate} single webhooks a second for ${seconds} s`);
    const texts = Array.from({ length: rate * seconds }, (_, at) => [stage.text(`This is text ${at} of ${rate}`)]);
    const { p99, max, refused } = acksOf(await offered(rate, texts, (events) => stage.deliver(events)));
    steps.push({ rate, p99, max, refused });
    await drained(stage);
    if (p99 > KNEE || refused > 0) return steps;
  }
  return steps;
}

async function tryEmpty(
  server: ServerVersion,
  seconds: number,
): Promise<Pick<LoadOutcome, 'emptyPerSecond' | 'empty'>> {
  const bare = await startTestWorkbench({ zip: places.bareZip, server });
  try {
    const target = { url: bare.privateUrl('empty'), headers: {} };
    const bodies = Array.from({ length: SINGLES * seconds }, (_, at) => JSON.stringify({ text: `Number ${at}` }));
    // Warm it up first.
    await runBlock(bare, bodies.slice(0, SINGLES), (body) => post(target, body));
    const { perSecond } = await runBlock(bare, bodies, (body) => post(target, body));
    const empty = acksOf(await offered(SINGLES, bodies, (body) => post(target, body)));
    return { emptyPerSecond: perSecond, empty };
  } finally {
    await bare.stop();
  }
}

/** Resolves when everything that was taken stands in its room. */
function drained(stage: LoadStage): Promise<unknown> {
  return waitFor(() => stage.depth === 0, {
    what: 'everything to stand in its room',
    timeout: PATIENCE,
    interval: 100,
  });
}

function acksOf(answers: readonly Answer[]): Acks {
  const times = answers.map(({ ms }) => ms);
  return {
    webhooks: answers.length,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    max: times.reduce((most, ms) => Math.max(most, ms), 0),
    refused: answers.filter(({ status }) => status !== 200).length,
  };
}
