import { parseArgs } from 'node:util';
import { isServerVersion } from '../../../workbench/src/server/serverTraits';
import { percentile, show } from '../report/Figures';
import { places } from '../stage/Stage';
import { playCrashes } from './crash/playCrashes';
import type { CrashOutcome } from './crash/playCrashes';
import { thinOut } from './drawPlot';
import { runProof } from './writeProofs';
import type { Findings } from './writeProofs';

/** Seconds that a crash may delay what was acknowledged, from the moment when the app is back. */
const PROMISE = 30;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    customers: { type: 'string', default: '5000' },
    agents: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    server: { type: 'string', default: '9.0' },
    data: { type: 'string' },
  },
});

const { server } = values;
if (!isServerVersion(server)) throw new Error(`There is no server ${server}`);
process.env.TEST_SERVER = server;
const play = {
  messages: Number(values.messages),
  customers: Number(values.customers),
  agentTexts: Number(values.agents),
  kills: Number(values.kills),
  seed: Number(values.seed),
  server,
  zip: places.appZip,
  dataDir: values.data,
};

function describe(outcome: CrashOutcome): Findings {
  const { kills, recoveries } = outcome;
  const p99 = percentile(recoveries, 99) / 1_000;
  const none = (what: string, found: readonly string[] | number) => {
    const count = typeof found === 'number' ? found : found.length;
    return { what, goal: '0', measured: show.count(count), isMet: count === 0 };
  };
  for (const [what, found] of Object.entries(outcome)) {
    if (Array.isArray(found) && typeof found[0] === 'string')
      process.stderr.write(`${what}: ${found.slice(0, 20).join(', ')}\n`);
  }
  return {
    title: 'Crashes',
    claim:
      'Nothing that was acknowledged is lost, nothing happens twice, and the order of each customer is kept, whatever is killed and when. What a crash interrupted stands in its room half a minute after the app is back.',
    command: `npm run proof:crash -- --messages ${play.messages} --customers ${play.customers} --agents ${play.agentTexts} --kills ${play.kills} --seed ${play.seed} --server ${server}`,
    figures: [
      {
        title: 'Texts of customers and agents while everything is killed',
        method:
          'Customers and agents write without a pause. At random moments the sandbox, the workbench (with the simulated 360dialog in it) or both are ended by `kill -9` and started again over the same store. 360dialog repeats what was not answered with 200. In the end both stores are compared, text by text. The order is that of WhatsApp’s seconds.',
        columns: ['what', 'count'],
        rows: [
          ['texts of customers', show.count(outcome.inbound)],
          ['customers', show.count(outcome.customers)],
          ['texts of agents', show.count(outcome.agentTexts)],
          ['kills of the sandbox', show.count(kills.sandbox)],
          ['kills of the workbench', show.count(kills.workbench)],
          ['kills of both', show.count(kills.both)],
          ['webhooks that a kill interrupted', show.count(outcome.interrupted)],
          ['texts of customers that came more than a minute late, and say so', show.count(outcome.late)],
          ['agents’ texts that did not arrive, with a card that says so', show.count(outcome.told)],
          ['s until an interrupted webhook was done, p50', show.tenths(percentile(recoveries, 50) / 1_000)],
          ['s until an interrupted webhook was done, the slowest', show.tenths(Math.max(0, ...recoveries) / 1_000)],
        ],
        notes: [
          'Seconds are counted from the last moment when the app was back: the ready line of the workbench, or the new process of the sandbox.',
        ],
        goals: [
          none('texts of customers that are lost', outcome.lost),
          none('texts of customers that stand twice', outcome.doubled),
          none('rooms with texts of two customers', outcome.misplaced),
          none('texts of customers that came in time and stand out of order', outcome.outOfOrder),
          none(
            'texts that stand above a late one which was written before them and had come before',
            outcome.aboveLate,
          ),
          none('late texts out of the order in which they came', outcome.lateOutOfOrder),
          none('customers with two rooms', outcome.secondRooms),
          none('customers with two visitors', outcome.secondVisitors),
          none('texts of agents that arrived twice', outcome.sentTwice),
          none('texts of agents that did not arrive, and nobody was told', outcome.unsent),
          none('states of messages that went back', outcome.statusesBack),
          none('states of messages that stay behind WhatsApp’s', outcome.statusesBehind),
          {
            what: 's from the start until what was acknowledged stands in its room, p99',
            goal: `≤ ${PROMISE}`,
            measured: show.tenths(p99),
            isMet: p99 <= PROMISE,
          },
        ],
      },
    ],
    plots: [
      {
        slug: 'backlog',
        title: 'Webhooks that are not worked off, and the kills',
        x: 'seconds',
        y: 'webhooks',
        series: [{ name: 'not worked off', points: thinOut(outcome.backlog) }],
        marks: { name: 'kill', at: outcome.killedAt },
      },
    ],
  };
}

void runProof('crash', async () => describe(await playCrashes(play)), { isKept: play.messages >= 1_000 });
