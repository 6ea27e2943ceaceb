import { parseArgs } from 'node:util';
import { isServerVersion } from '../../../workbench/src/server/serverTraits';
import type { Figures, Goal } from '../report/Figures';
import { percentile, show } from '../report/Figures';
import { places } from '../stage/Stage';
import { thinOut } from './drawPlot';
import type { InstancesOutcome } from './instances/playInstances';
import { playInstances } from './instances/playInstances';
import type { Plot } from './Proof';
import type { Findings } from './writeProofs';
import { runProof } from './writeProofs';

/** Seconds: a crash delays what was acknowledged no longer; settings are told at once, of conversations others hear later. */
const PROMISES = { crash: 30, setting: 1, conversation: 60 } as const;

const { values } = parseArgs({
  options: {
    firsts: { type: 'string', default: '2000' },
    albums: { type: 'string', default: '200' },
    texts: { type: 'string', default: '2000' },
    agents: { type: 'string', default: '1000' },
    failures: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    servers: { type: 'string', default: '7.8,9.0' },
    small: { type: 'boolean', default: false },
  },
});

/** What stands in for the sizes with `--small`: a minute or two, to see that it works. */
const SMALL = { firsts: 60, albums: 6, texts: 60, agents: 40, failures: 5 };
const size = values.small
  ? SMALL
  : {
      firsts: Number(values.firsts),
      albums: Number(values.albums),
      texts: Number(values.texts),
      agents: Number(values.agents),
      failures: Number(values.failures),
    };
const servers = values.servers.split(',').filter(isServerVersion);
if (servers.length === 0) throw new Error(`There is no server ${values.servers}`);
process.env.TEST_SERVER = servers.at(-1);

async function prove(): Promise<Findings> {
  const outcomes: InstancesOutcome[] = [];
  for (const server of servers) {
    const { agents: agentTexts, ...rest } = size;
    const play = { ...rest, agentTexts, seed: Number(values.seed), server, zip: places.appZip };
    outcomes.push(await playInstances(play, (what) => process.stderr.write(`${server}: ${what}\n`)));
  }
  const { firsts, albums, texts, agents, failures } = size;
  return {
    title: 'Two instances',
    claim:
      'Two instances of Rocket.Chat, each with a sandbox of the app, over one store: nothing is made, said or sent twice, whichever of them a webhook or an agent reaches, with and without the unique index of newer servers. Killing one loses nothing.',
    command: `npm run proof:instances -- --firsts ${firsts} --albums ${albums} --texts ${texts} --agents ${agents} --failures ${failures} --seed ${values.seed} --servers ${servers.join(',')}`,
    figures: outcomes.map(describe),
    plots: outcomes.map(plotOf),
  };
}

function describe(outcome: InstancesOutcome): Figures {
  const { server, hasIndex, recoveries } = outcome;
  for (const [what, found] of Object.entries(outcome)) {
    if (Array.isArray(found) && typeof found[0] === 'string')
      process.stderr.write(`${server} ${what}: ${found.slice(0, 20).join(', ')}\n`);
  }
  const none = (what: string, found: readonly string[] | number): Goal => {
    const count = typeof found === 'number' ? found : found.length;
    return { what: `${server}: ${what}`, goal: '0', measured: show.count(count), isMet: count === 0 };
  };
  const within = (what: string, promise: number, ms: number): Goal => ({
    what: `${server}: ${what}`,
    goal: `≤ ${promise}`,
    measured: show.tenths(ms / 1_000),
    isMet: ms <= promise * 1_000,
  });
  return {
    title: `As Rocket.Chat ${server}, ${hasIndex ? 'with' : 'without'} the unique index of open rooms`,
    method:
      'A load balancer gives each webhook of the simulated 360dialog to the next instance in turn, and a quarter of them to both in the same moment. Each customer begins with two texts at once, or with an album of five pictures. Then customers and agents write at both, some of the agents’ texts fail later, one instance is ended by `kill -9` and started again. In the end both stores are compared.',
    columns: ['what', 'count'],
    rows: [
      ['customers', show.count(outcome.customers)],
      ['texts of customers', show.count(outcome.inbound)],
      ['pictures', show.count(outcome.pictures)],
      ['texts of agents', show.count(outcome.agentTexts)],
      ['webhooks that reached both at once', show.count(outcome.doubledWebhooks)],
      ['agents’ texts that failed on WhatsApp', show.count(outcome.failed)],
      ['agents’ texts that did not arrive, with a card that says so', show.count(outcome.told)],
      ['webhooks under way when one instance was killed', show.count(outcome.interrupted)],
      ['s from the kill until they stood in their rooms, p50', show.tenths(percentile(recoveries, 50) / 1_000)],
    ],
    goals: [
      none('customers with two rooms', outcome.secondRooms),
      none('rooms beyond one a customer', outcome.surplusRooms),
      none('customers with two visitors', outcome.secondVisitors),
      none('rooms with texts of two customers', outcome.misplaced),
      none('texts of customers that are lost', outcome.lost),
      none('texts of customers that stand twice', outcome.doubled),
      none('texts of customers out of order', outcome.outOfOrder),
      none('pictures that are lost', outcome.picturesLost),
      none('pictures that stand twice', outcome.picturesDoubled),
      none('customers who were welcomed twice', outcome.welcomedTwice),
      none('customers who were not welcomed', outcome.notWelcomed),
      none('texts of agents that arrived twice', outcome.sentTwice),
      none('texts of agents that did not arrive, and nobody was told', outcome.unsent),
      none('failures with two cards', outcome.cardsDoubled),
      none('failures without a card', outcome.cardsMissing),
      none('states of messages that stay behind WhatsApp’s', outcome.statusesBehind),
      within('s until a setting counts at the other one', PROMISES.setting, outcome.settingMs),
      within('s after an opt-out at which the other one still sent', PROMISES.conversation, outcome.optOutMs),
      within(
        's from the kill until what was under way stood in its room, p99',
        PROMISES.crash,
        percentile(recoveries, 99),
      ),
    ],
  };
}

function plotOf({ server, backlog, marks }: InstancesOutcome): Plot {
  return {
    slug: `backlog-${server.replace('.', '-')}`,
    title: `Rocket.Chat ${server}: webhooks that are not worked off; one instance is killed and started again`,
    x: 'seconds',
    y: 'webhooks',
    series: [{ name: 'not worked off', points: thinOut(backlog) }],
    marks: { name: 'killed, started', at: marks },
  };
}

void runProof('instances', prove, { isKept: !values.small && size.firsts >= 1_000 });
