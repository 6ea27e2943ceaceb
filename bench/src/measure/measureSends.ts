import { startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import { percentile, show, type Measurement } from '../report/Figures';
import { agentTextsOfApp, agentTextsOfBareApp, write } from '../stage/agentTexts';
import { places } from '../stage/Stage';
import { IN_FLIGHT, runBlock, type Block } from '../stage/runBlock';

const CUSTOMERS = 200;

/** Agents' texts a second beside those of an app that makes the same calls bare, in blocks that take turns. */
export const measureSends: Measurement = async ({ quick }) => {
  const [rounds, texts] = quick ? [2, 100] : [10, 400];
  const app = await startTestWorkbench({ zip: places.appZip });
  const bare = await startTestWorkbench({ zip: places.bareZip });
  try {
    const [ours, same] = [await agentTextsOfApp(app, CUSTOMERS), await agentTextsOfBareApp(bare, CUSTOMERS)];
    const blocks: { app: Block; bare: Block }[] = [];
    // The first round warms everything up and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      const block = {
        bare: await runBlock(bare, same(texts), write),
        app: await runBlock(app, ours(texts), write),
      };
      if (round > 0) blocks.push(block);
    }
    const median = (of: (pair: (typeof blocks)[number]) => number) => percentile(blocks.map(of), 50);
    const speed = median((pair) => pair.app.perSecond / pair.bare.perSecond);
    const work = median((pair) => costOf(pair.app) / costOf(pair.bare));
    const sent = (await app.records()).filter(({ data }) => data['kind'] === 'link' && data['direction'] === 'out');
    const missing = (rounds + 1) * texts - sent.length;
    return [
      {
        title: "Agents' texts a second",
        method:
          `${IN_FLIGHT} in flight, ${CUSTOMERS} conversations of 8 numbers, ${rounds} blocks of ${texts} texts, each from the first text that an agent\n` +
          'posts by REST until WhatsApp has taken the last one and its link is written. The bare app writes, reads and removes\n' +
          'records of the same size and sends the same request to its own simulated 360dialog. Statuses do not come. The app\n' +
          'holds each text for 0.3 s, because the events of two messages may overtake each other; that is within the time.',
        columns: ['app', 'texts/s', 'ms of processor a text: workbench', 'sandbox'],
        rows: (['bare', 'app'] as const).map((name) => [
          name === 'app' ? 'the app' : 'the same 5 calls and the request, bare',
          show.count(median((pair) => pair[name].perSecond)),
          show.hundredths(median((pair) => pair[name].host)),
          show.hundredths(median((pair) => pair[name].sandbox)),
        ]),
        notes: [
          `The app reaches ${show.hundredths(speed)} of the speed of the same calls made bare, with ${show.hundredths(work)} times their\nprocessor time (medians over pairs of blocks).`,
        ],
        goals: [
          {
            what: "agents' texts that WhatsApp did not get",
            goal: '0',
            measured: String(missing),
            isMet: missing === 0,
          },
        ],
      },
    ];
  } finally {
    await app.stop();
    await bare.stop();
  }
};

function costOf({ host, sandbox }: Block): number {
  return host + sandbox;
}
