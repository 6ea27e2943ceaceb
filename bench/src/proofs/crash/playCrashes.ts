import { connectDemoNumber } from '../../../../test/e2e/support/connectDemoNumber';
import { openBehind } from '../../../../test/e2e/support/instances/durableStore';
import { sandboxPid } from '../../../../test/e2e/support/instances/processes';
import { startTestWorkbench } from '../../../../test/e2e/support/instances/startTestWorkbench';
import { waitFor } from '../../../../test/e2e/support/waitFor';
import type { ServerVersion } from '../../../../workbench/src/server/serverTraits';
import { randomNumbers } from '../randomNumbers';
import { Crowd } from './Crowd';
import type { Verdict } from './examine';
import { examine } from './examine';
import { AppRecords, OpenDeliveries } from './readTruth';

/** What is played. */
export interface CrashPlay {
  messages: number;
  customers: number;
  agentTexts: number;
  kills: number;
  seed: number;
  server?: ServerVersion;
  zip?: string;
  /** Minutes that pass at once after each kill, instead of waiting for what falls due in them. Seconds are then not measured. */
  travel?: number;
  /** Keep both stores in this folder, and leave them there to be looked at. */
  dataDir?: string;
}

/** What can be killed. The simulator lives in the workbench's process, and the sandbox ends with it. */
const VICTIMS = ['sandbox', 'workbench', 'both'] as const;

/** What came of a play. */
export interface CrashOutcome extends Verdict {
  kills: Record<(typeof VICTIMS)[number], number>;
  /** Webhooks that were taken and not worked off when something was killed. */
  interrupted: number;
  /** Milliseconds from the last time when the app was back until each of them was done. */
  recoveries: number[];
  /** How often a message's state was seen to go back. */
  statusesBack: number;
  /** Seconds since the start and webhooks that are not worked off; seconds of the kills. */
  backlog: [number, number][];
  killedAt: number[];
}

/** Milliseconds between two looks at the app's records. */
const LOOK = 250;

/**
 * Lets customers and agents write while the sandbox, the workbench or both are killed at random moments, until everything
 * was delivered; then compares what was written with what arrived.
 */
export async function playCrashes(play: CrashPlay): Promise<CrashOutcome> {
  const random = randomNumbers(play.seed);
  const workbench = await startTestWorkbench({
    durable: true,
    server: play.server,
    zip: play.zip,
    dataDir: play.dataDir,
  });
  try {
    const number = await connectDemoNumber(workbench);
    (await workbench.as('admin')).stop();
    await workbench.sim.http.post('/switches', { limits: 'off', retryMaxMs: 8_000 });
    const { store } = openBehind(workbench, workbench.dataDir);
    const records = new AppRecords(workbench.dataDir);
    const deliveries = new OpenDeliveries(workbench.dataDir);
    const crowd = new Crowd(workbench, store, deliveries, { number, random });
    const begun = Date.now();
    const outcome: Omit<CrashOutcome, keyof Verdict> = {
      kills: { sandbox: 0, workbench: 0, both: 0 },
      interrupted: 0,
      recoveries: [],
      statusesBack: 0,
      backlog: [],
      killedAt: [],
    };
    const seconds = () => Math.round((Date.now() - begun) / 100) / 10;

    /** Webhooks that a crash interrupted, with the moment when the app was back; 0 while it is down. */
    const waiting = new Map<string, number>();
    const look = () => {
      outcome.recoveries.push(...records.recovered(waiting));
      return records.pending;
    };

    const kill = async () => {
      const victim = VICTIMS[Math.floor(random() * VICTIMS.length)] ?? 'both';
      outcome.kills[victim] += 1;
      outcome.killedAt.push(seconds());
      const sandbox = sandboxPid(workbench);
      if (victim !== 'workbench') process.kill(sandbox, 'SIGKILL');
      if (victim !== 'sandbox') await workbench.kill();
      const pending = [...look()];
      for (const webhook of pending) waiting.set(webhook, 0);
      if (victim !== 'sandbox') await workbench.restart({ later: play.travel });
      await waitFor(() => sandboxPid(workbench) !== sandbox, { what: 'another sandbox', timeout: 60_000 });
      for (const webhook of waiting.keys()) waiting.set(webhook, Date.now());
      outcome.interrupted += pending.length;
      if (victim === 'sandbox' && play.travel !== undefined) await workbench.travel(play.travel);
    };

    const total = play.messages + play.agentTexts;
    const moments = Array.from({ length: play.kills }, () => (0.05 + 0.9 * random()) * total).sort((a, b) => a - b);
    const watch = setInterval(() => outcome.backlog.push([seconds(), look().size]), LOOK * 4);
    try {
      const customers = await crowd.meet(play.customers);
      const talk = Promise.all([crowd.say(customers, play.messages), crowd.answer(play.agentTexts, play.messages)]);
      for (const moment of moments) {
        await waitFor(() => crowd.done >= moment, { what: 'people to write', interval: 5, timeout: 3_600_000 });
        await kill();
      }
      await talk;
      const isDone = () => deliveries.count() === 0 && look().size === 0;
      await waitFor(isDone, { what: 'everything to be worked off', timeout: 600_000, interval: LOOK });
      look();
    } finally {
      clearInterval(watch);
    }
    // A minute after a start the app looks for what agents wrote while it did not run, and tells them.
    await workbench.travel(2);
    await workbench.idle();
    look();
    const verdict = examine(workbench.dataDir, store, { written: crowd.written, states: records.deliveries });
    outcome.statusesBack = records.statusesBack;
    [store, records, deliveries].forEach((each) => each.close());
    return { ...outcome, ...verdict };
  } finally {
    await workbench.stop();
  }
}
