import { parseArgs } from 'node:util';
import { buildPackage } from '../../../scripts/package/buildPackage';
import { isServerVersion } from '../../../workbench/src/server/serverTraits';
import { show } from '../report/Figures';
import { places } from '../stage/Stage';
import { thinOut } from './drawPlot';
import type { Acks, LoadOutcome } from './load/playLoad';
import { BURST, KNEE, playLoad, SINGLES, STEADY } from './load/playLoad';
import type { Findings } from './writeProofs';
import { runProof } from './writeProofs';

/** 360dialog gives a webhook up after so many milliseconds (docs.360dialog.com: receiving webhooks). */
const PATIENCE = 5_000;

/** Webhooks a second that the empty endpoint must take here, so that the machine is quick enough for the promise. */
const QUICK = 1_500;

/** Bytes that the sandbox may hold more at the end than after the first fifth; its caches still fill then. */
const MOST_GROWTH = 10e6;

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '600' }, server: { type: 'string', default: '9.0' } },
});
const { server } = values;
if (!isServerVersion(server)) throw new Error(`There is no server ${server}`);
process.env.TEST_SERVER = server;
const seconds = Number(values.seconds);

async function prove(): Promise<Findings> {
  await buildPackage({ root: places.bareApp, path: places.bareZip });
  return describe(
    await playLoad({ seconds, server: isServerVersion(server) ? server : '9.0' }, (what) =>
      process.stderr.write(`${what}\n`),
    ),
  );
}

function describe(outcome: LoadOutcome): Findings {
  const { steady, bursts, singles, empty, emptyPerSecond, held, knee, samples } = outcome;
  const row = (what: string, acks: Acks) => [
    what,
    show.count(acks.webhooks),
    show.ms(acks.p50),
    show.ms(acks.p99),
    show.ms(acks.max),
    show.count(acks.refused),
  ];
  const growth = held[1] - held[0];
  const refused = steady.refused + bursts.refused;
  const isQuick = emptyPerSecond >= QUICK;
  const bearable = knee.filter(({ p99, refused: no }) => p99 <= KNEE && no === 0).at(-1)?.rate ?? 0;
  const line = (of: (sample: LoadOutcome['samples'][number]) => number) =>
    thinOut(samples.map((sample): [number, number] => [sample.second, of(sample)]));
  const marks = { name: `burst of ${BURST} events`, at: outcome.burstsAt };
  return {
    title: 'Load',
    claim:
      'A webhook is answered as soon as it is stored, however much there is to do; what waits stays little, and nothing grows while time passes.',
    command: `npm run proof:load -- --seconds ${seconds} --server ${server}`,
    figures: [
      {
        title: 'Answers to webhooks',
        method: `${STEADY} events a second for ${seconds} s, each in a webhook of its own, and again and again ${BURST} events within one second in batches of less than 100 kB. Of a hundred events 63 are texts, 35 statuses and 2 pictures. Then ${SINGLES} single texts a second, to the app and to an endpoint that does nothing. The store is on disk.`,
        columns: ['what', 'webhooks', 'p50, ms', 'p99, ms', 'max, ms', 'not taken'],
        rows: [
          row(`${STEADY} events/s, single`, steady),
          row(`bursts of ${BURST} events, in batches`, bursts),
          row(`${SINGLES}/s, single`, singles),
          row(`${SINGLES}/s, empty endpoint`, empty),
        ],
        notes: [
          `The empty endpoint takes ${show.count(emptyPerSecond)} webhooks a second here. The queue was at most ${show.count(outcome.deepest)} messages deep, and empty ${show.seconds(outcome.drainMs)} s after the last webhook. The sandbox held ${show.tenths(held[0] / 1e6)} MB after the first fifth of the time and ${show.tenths(held[1] / 1e6)} MB at the end, each after a collection.`,
        ],
        goals: [
          { what: 'webhooks not taken', goal: '0', measured: show.count(refused), isMet: refused === 0 },
          {
            what: `p99 of an answer at ${STEADY} events/s with bursts, ms`,
            goal: `≤ ${KNEE}`,
            measured: show.ms(steady.p99),
            isMet: steady.p99 <= KNEE,
          },
          {
            what: 'MB that the sandbox holds more at the end than after the first fifth',
            goal: `≤ ${show.megabytes(MOST_GROWTH)}`,
            measured: show.tenths(growth / 1e6),
            isMet: growth <= MOST_GROWTH,
          },
          {
            what: `p99 of an answer at ${SINGLES} single webhooks/s, ms, where the empty endpoint takes ${show.count(QUICK)}/s`,
            goal: `< ${show.count(PATIENCE)}`,
            measured: isQuick
              ? show.ms(singles.p99)
              : `${show.ms(singles.p99)} (it takes ${show.count(emptyPerSecond)}/s)`,
            isMet: !isQuick || (singles.p99 < PATIENCE && singles.refused === 0),
          },
        ],
      },
      {
        title: 'The knee',
        method: `Single webhooks with one text each; each step offers twice as many as the one before, from an empty queue on, until the p99 of the answers is over ${KNEE} ms.`,
        columns: ['offered a second', 'p99, ms', 'max, ms', 'not taken'],
        rows: knee.map((step) => [
          show.count(step.rate),
          show.ms(step.p99),
          show.ms(step.max),
          show.count(step.refused),
        ]),
        notes: [`The last step that is bearable: ${show.count(bearable)} webhooks a second.`],
      },
    ],
    plots: [
      {
        slug: 'answers',
        title: 'Answers to single webhooks: p99 of each second',
        x: 'seconds',
        y: 'ms',
        isLogarithmic: true,
        series: [{ name: 'p99', points: line(({ p99 }) => p99) }],
        marks,
      },
      {
        slug: 'queue',
        title: 'Messages that were taken and do not stand in their rooms yet',
        x: 'seconds',
        y: 'messages',
        series: [{ name: 'waiting', points: line(({ depth }) => depth) }],
        marks,
      },
      {
        slug: 'memory',
        title: 'Memory of the processes, garbage included',
        x: 'seconds',
        y: 'MB',
        series: [
          { name: 'sandbox', points: line(({ sandbox }) => Math.round(sandbox / 1e6)) },
          { name: 'workbench', points: line(({ host }) => Math.round(host / 1e6)) },
        ],
        marks,
      },
      {
        slug: 'knee',
        title: 'Answers while the load doubles',
        x: 'webhooks offered a second',
        y: 'ms',
        isLogarithmic: true,
        series: [
          { name: 'p99', points: knee.map(({ rate, p99 }): [number, number] => [rate, p99]) },
          { name: 'max', points: knee.map(({ rate, max }): [number, number] => [rate, max]) },
        ],
      },
    ],
  };
}

void runProof('load', prove, { isKept: seconds >= 300 });
