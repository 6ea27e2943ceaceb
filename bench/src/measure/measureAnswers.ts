import { performance } from 'node:perf_hooks';
import { startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import { offered, post } from '../load/post';
import { percentile, show, type Measurement } from '../report/Figures';
import { connectStage, meetCustomers, places, textsOf, type Stage } from '../stage/Stage';

const CUSTOMERS = 200;

/** 360dialog gives a webhook up after so long and repeats it (docs.360dialog.com: receiving webhooks). */
const PATIENCE_MS = 5_000;

/** How soon webhooks are answered while customers write faster and faster. */
export const measureAnswers: Measurement = async ({ quick }) => {
  const [rates, sizes, seconds] = quick ? [[80, 1_000], [1, 10], 1] : [[80, 250, 1_000], [1, 10, 1_000], 4];
  const workbench = await startTestWorkbench({ zip: places.appZip });
  try {
    const stage = await connectStage(workbench);
    const customers = await meetCustomers(stage, CUSTOMERS);
    const offers: Offer[] = [];
    for (const size of sizes) {
      for (const rate of rates) {
        offers.push(await offer(stage, customers, { rate, size, seconds }));
      }
    }
    const slowest = Math.max(...offers.map(({ p99 }) => p99));
    const lost = offers.reduce((sum, { refused }) => sum + refused, 0);
    return [
      {
        title: 'Answers to webhooks',
        method:
          `Texts of ${CUSTOMERS} known customers, offered at a fixed rate for ${seconds} s (or one webhook, where that is longer), whether\n` +
          'answers come or not. A webhook is answered when it is stored; "in rooms" is when the last text of all was posted.',
        columns: [
          'texts/s offered',
          'in one webhook',
          'webhooks',
          'p50, ms',
          'p99, ms',
          'not taken',
          'in rooms after, s',
        ],
        rows: offers.map((each) => [
          show.count(each.rate),
          show.count(each.size),
          show.count(each.webhooks),
          show.ms(each.p50),
          show.ms(each.p99),
          String(each.refused),
          show.seconds(each.drainedMs),
        ]),
        goals: [
          {
            what: 'slowest p99 of an answer to a webhook, ms',
            goal: `< ${show.count(PATIENCE_MS)}`,
            measured: show.ms(slowest),
            isMet: slowest < PATIENCE_MS,
          },
          { what: 'webhooks not taken', goal: '0', measured: String(lost), isMet: lost === 0 },
        ],
      },
    ];
  } finally {
    await workbench.stop();
  }
};

interface Load {
  /** Texts a second. */
  rate: number;
  /** Texts in a webhook. */
  size: number;
  seconds: number;
}

interface Offer extends Load {
  webhooks: number;
  p50: number;
  p99: number;
  refused: number;
  drainedMs: number;
}

async function offer({ workbench, ...stage }: Stage, customers: readonly string[], load: Load): Promise<Offer> {
  const { rate, size, seconds } = load;
  const webhooks = Math.max(1, Math.round((rate * seconds) / size));
  const bodies = textsOf({ workbench, ...stage }, customers, webhooks * size, size);
  const start = performance.now();
  const answers = await offered(rate / size, bodies, (body) => post(stage.target, body));
  await workbench.idle();
  const times = answers.map(({ ms }) => ms);
  return {
    ...load,
    webhooks,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    refused: answers.filter(({ status }) => status !== 200).length,
    drainedMs: performance.now() - start,
  };
}
