import { parseArgs } from 'node:util';
import { connectDemoNumber } from '../../../test/e2e/support/connectDemoNumber';
import { startTestWorkbench } from '../../../test/e2e/support/startTestWorkbench';
import { percentile, show } from '../report/Figures';
import { places } from '../stage/Stage';
import type { HostileOutcome } from './hostile/playHostile';
import { playHostile } from './hostile/playHostile';
import type { Findings } from './writeProofs';
import { runProof } from './writeProofs';

/** Milliseconds that an answer to a stranger may take. */
const LONGEST = 1_000;

const { values } = parseArgs({
  options: {
    webhooks: { type: 'string', default: '10000' },
    requests: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const plan = {
  webhooks: Number(values.webhooks),
  requests: Number(values.requests),
  seed: Number(values.seed),
  only: values.only === undefined ? undefined : Number(values.only),
};

async function prove(): Promise<Findings> {
  const workbench = await startTestWorkbench({ zip: places.appZip });
  try {
    const number = await connectDemoNumber(workbench);
    return describe(await playHostile(workbench, { ...plan, number }));
  } finally {
    await workbench.stop();
  }
}

function describe({ statuses, failed, times, unhandled, leaks }: HostileOutcome): Findings {
  const slow = times.filter((ms) => ms > LONGEST).length;
  for (const line of [...unhandled, ...leaks].slice(0, 20)) process.stderr.write(`${line.slice(0, 300)}\n`);
  if (failed.length > 0) process.stderr.write(`failed: --only ${failed.slice(0, 20).join(', ')}\n`);
  const none = (what: string, count: number) => ({
    what,
    goal: '0',
    measured: show.count(count),
    isMet: count === 0,
  });
  return {
    title: 'Hostile input',
    claim:
      'No body that a stranger makes up breaks the app: every request is answered, at once, no error is left unhandled, and no secret shows.',
    command: `npm run proof:hostile -- --webhooks ${plan.webhooks} --requests ${plan.requests} --seed ${plan.seed}`,
    figures: [
      {
        title: 'Mutated bodies',
        method: `${plan.webhooks} webhooks with the right secret, and ${plan.requests} requests of programs and clients, each changed in up to four places.`,
        columns: ['status', 'answers'],
        rows: [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => [String(status), show.count(count)]),
        notes: [
          `Answers took ${show.count(percentile(times, 50))} ms (p50), ${show.count(percentile(times, 99))} ms (p99).`,
        ],
        goals: [
          none('answers of 500 or more, or none', failed.length),
          none(`answers over ${LONGEST} ms`, slow),
          none('unhandled errors', unhandled.length),
          none('secrets in logs or output', leaks.length),
        ],
      },
    ],
    plots: [],
  };
}

void runProof('hostile', prove, { isKept: plan.only === undefined && plan.webhooks >= 10_000 });
