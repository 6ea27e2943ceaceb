import { parseArgs } from 'node:util';
import { connectDemoNumber } from '../../../test/e2e/support/connectDemoNumber';
import { startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import { percentile, show } from '../report/Figures';
import { places } from '../stage/Stage';
import type { HostileOutcome } from './hostile/playHostile';
import { LONGEST, playHostile } from './hostile/playHostile';
import type { Findings } from './writeProofs';
import { runProof } from './writeProofs';

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
  const workbench = await startTestWorkbench({ zip: places.appZip, durable: true });
  try {
    const number = await connectDemoNumber(workbench);
    return describe(await playHostile(workbench, { ...plan, number }));
  } finally {
    await workbench.stop();
  }
}

function describe(outcome: HostileOutcome): Findings {
  const { statuses, failed, limited, times, slow, unhandled, taken, leaks } = outcome;
  for (const line of [...unhandled, ...taken, ...leaks].slice(0, 20)) process.stderr.write(`${line.slice(0, 2_000)}\n`);
  for (const [what, numbers] of Object.entries({ failed, limited, slow: slow.alone })) {
    if (numbers.length > 0) process.stderr.write(`${what}: --only ${numbers.slice(0, 20).join(', ')}\n`);
  }
  const none = (what: string, count: number) => ({
    what,
    goal: '0',
    measured: show.count(count),
    isMet: count === 0,
  });
  return {
    title: 'Hostile input',
    claim:
      'No body that a stranger makes up breaks the app: every request is answered, at once, no error is left unhandled, nothing of a webhook with a wrong secret is stored, and no secret shows.',
    command: `npm run proof:hostile -- --webhooks ${plan.webhooks} --requests ${plan.requests} --seed ${plan.seed}`,
    figures: [
      {
        title: 'Mutated bodies',
        method: `${plan.webhooks} webhooks, each tenth with a wrong secret, and ${plan.requests} commands, presses, submitted and closed views and requests for templates, each changed in up to four places. Views and buttons are those of clients that have worked with the app just before; a request comes from their user, or from another one.`,
        columns: ['status', 'answers'],
        rows: [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => [String(status), show.count(count)]),
        notes: [
          `Answers took ${show.count(percentile(times, 50))} ms (p50), ${show.count(percentile(times, 99))} ms (p99).`,
          `${show.count(slow.whileBusy)} answers took over ${LONGEST} ms while the machine was busy with other work. The goal leaves them out.`,
        ],
        goals: [
          none('answers of 500 or more, or none', failed.length),
          none(`answers over ${LONGEST} ms`, slow.alone.length),
          none('unhandled errors', unhandled.length),
          none('webhooks with a wrong secret that were taken or left something in the store', taken.length),
          none('secrets in the store, logs, output, answers or pages', leaks.length),
          none('requests that the server’s own limit kept from the app', limited.length),
        ],
      },
    ],
    plots: [],
  };
}

void runProof('hostile', prove, { isKept: plan.only === undefined && plan.webhooks >= 10_000 });
