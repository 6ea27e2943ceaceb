import { startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import { post } from '../load/post';
import { customerNumber } from '../load/webhooks';
import { percentile, show, type Measurement } from '../report/Figures';
import { connectStage, meetCustomers, places, textsOf, type Stage } from '../stage/Stage';
import { IN_FLIGHT, runBlock, type Block } from '../stage/runBlock';
import { FIRST_COPY, storeConversations } from '../stage/storeConversations';

/** Customers who write while it is measured; all of them are stored from the beginning. */
const WRITERS = 100;

/** How much more a text may cost with the most conversations than with the fewest. An index grows logarithmically. */
const MOST_GROWTH = 1.25;

/** The cost of a text with few and with many conversations in the store. */
export const measureConversations: Measurement = async ({ quick }) => {
  const [sizes, rounds, texts] = quick ? [[100, 1_000], 2, 200] : [[100, 10_000, 100_000], 4, 400];
  const workbench = await startTestWorkbench({ zip: places.appZip, durable: true });
  try {
    const stage = await connectStage(workbench);
    const [model = ''] = await meetCustomers(stage, 1);
    const rows: Row[] = [];
    for (const [at, size] of sizes.entries()) {
      await workbench.kill();
      storeConversations(workbench.dataDir, model, sizes[at - 1] ?? 0, size);
      await workbench.restart();
      rows.push({ size, ...(await measure(stage, rounds, texts)) });
    }
    const [fewest, most] = [rows[0], rows.at(-1)];
    const growth = most && fewest ? costOf(most.known) / costOf(fewest.known) : Number.NaN;
    return [
      {
        title: 'What a text costs with many conversations',
        method:
          `The store is on disk, filled with copies of a conversation that was really had, then the workbench is started\n` +
          `anew. ${WRITERS} of the stored customers write; ${IN_FLIGHT} in flight, ${rounds} blocks of ${texts} texts. The first text of each is of a customer whom\n` +
          'the process has not met.',
        columns: ['stored conversations', 'first texts/s', 'ms of processor', 'further texts/s', 'ms of processor'],
        rows: rows.map(({ size, first, known }) => [
          show.count(size),
          show.count(first.perSecond),
          show.hundredths(costOf(first)),
          show.count(known.perSecond),
          show.hundredths(costOf(known)),
        ]),
        goals: [
          {
            what: `processor time of a text with ${show.count(most?.size ?? 0)} conversations beside ${show.count(fewest?.size ?? 0)}`,
            goal: `≤ ${MOST_GROWTH}`,
            measured: show.hundredths(growth),
            isMet: growth <= MOST_GROWTH,
          },
        ],
      },
    ];
  } finally {
    await workbench.stop();
  }
};

interface Row {
  size: number;
  first: Block;
  known: Block;
}

async function measure(stage: Stage, rounds: number, texts: number): Promise<Omit<Row, 'size'>> {
  const { workbench, target } = stage;
  const writers = Array.from({ length: WRITERS }, (_, n) => customerNumber(FIRST_COPY + n));
  const block = (count: number) => runBlock(workbench, textsOf(stage, writers, count), (body) => post(target, body));
  const first = await block(WRITERS);
  const blocks: Block[] = [];
  for (let round = 0; round < rounds; round += 1) {
    blocks.push(await block(texts));
  }
  const median = (of: (each: Block) => number) => percentile(blocks.map(of), 50);
  const known = {
    perSecond: median(({ perSecond }) => perSecond),
    host: median(({ host }) => host),
    sandbox: median(({ sandbox }) => sandbox),
  };
  return { first, known };
}

function costOf({ host, sandbox }: Block): number {
  return host + sandbox;
}
