import { startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import { inFlight, post } from '../load/post';
import { percentile, show, type Measurement } from '../report/Figures';
import { connectStage, meetCustomers, places, textsOf } from '../stage/Stage';
import { IN_FLIGHT, runBlock, type Block } from '../stage/runBlock';

const CUSTOMERS = 100;

/** What a text of a known customer costs: see the round trips. */
const TRIPS = 5;

/** The share of a bare endpoint's throughput, with the same calls, that the app must reach. */
const SHARE = 0.9;

/**
 * Texts a second beside bare endpoints. They run in blocks that take turns, so that whatever else the machine does meets
 * all of them; what is compared is each block of the app with the bare block right before it.
 */
export const measureThroughput: Measurement = async ({ quick }) => {
  const [rounds, texts] = quick ? [3, 200] : [10, 400];
  const app = await startTestWorkbench({ zip: places.appZip });
  const bare = await startTestWorkbench({ zip: places.bareZip });
  try {
    const stage = await connectStage(app);
    const customers = await meetCustomers(stage, CUSTOMERS);
    const at = (path: string) => ({ url: bare.privateUrl(path), headers: {} });
    const conversations = customers.map((customer) => JSON.stringify({ customer }));
    await inFlight(4, conversations, (body) => post(at('conversation'), body));
    const endpoints = [
      { name: 'empty endpoint', run: () => runBlock(bare, bodies(), (body) => post(at('empty'), body)) },
      {
        name: `${TRIPS} bare reads of a setting`,
        run: () => runBlock(bare, bodies(), (body) => post(at(`reads?trips=${TRIPS}`), body)),
      },
      { name: `the same ${TRIPS} calls, bare`, run: () => runBlock(bare, bodies(), (body) => post(at('same'), body)) },
      { name: 'the app', run: () => runBlock(app, bodies(), (body) => post(stage.target, body)) },
    ].map((endpoint): typeof endpoint & { blocks: Block[] } => ({ ...endpoint, blocks: [] }));
    const bodies = () => textsOf(stage, customers, texts);
    // The first round warms everything up and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      for (const { run, blocks } of endpoints) {
        const block = await run();
        if (round > 0) blocks.push(block);
      }
    }
    const [, , same, ours] = endpoints;
    const pairs = (of: (block: Block) => number) =>
      percentile(
        (ours?.blocks ?? []).map((block, round) => of(block) / of(same?.blocks[round] ?? block)),
        50,
      );
    const speed = pairs(({ perSecond }) => perSecond);
    const work = 1 / pairs(({ host, sandbox }) => host + sandbox);
    return [
      {
        title: 'Texts a second',
        method:
          `${IN_FLIGHT} in flight, ${CUSTOMERS} known customers, ${rounds} blocks of ${texts} texts, each until the last one is in its\n` +
          'room. The bare endpoints take the same webhooks and answer after the first call, as the app does; "the same\n' +
          'calls" writes, reads and posts records and messages of the same size, and decides nothing. Processor time is\n' +
          'that of both processes, which other load on the machine disturbs least.',
        columns: ['endpoint', 'texts/s', 'ms of processor a text: workbench', 'sandbox'],
        rows: endpoints.map(({ name, blocks }) => [
          name,
          show.count(median(blocks, ({ perSecond }) => perSecond)),
          show.hundredths(median(blocks, ({ host }) => host)),
          show.hundredths(median(blocks, ({ sandbox }) => sandbox)),
        ]),
        notes: [
          `The app reaches ${show.hundredths(speed)} of the speed of the same calls made bare, with ${show.hundredths(1 / work)} times their\nprocessor time (medians over pairs of blocks).`,
        ],
        goals: [
          {
            what: 'speed beside the same calls made bare',
            goal: `≥ ${SHARE}`,
            measured: show.hundredths(speed),
            isMet: speed >= SHARE,
          },
        ],
      },
    ];
  } finally {
    await app.stop();
    await bare.stop();
  }
};

function median(blocks: readonly Block[], of: (block: Block) => number): number {
  return percentile(blocks.map(of), 50);
}
