import { performance } from 'node:perf_hooks';
import { startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import { StatusReceiver } from '../../../test/e2e/support/clients/StatusReceiver';
import type { TestWorkbench } from '../../../test/e2e/support/instances/TestWorkbench';
import { waitFor } from '../../../test/e2e/support/waitFor';
import { inFlight, post, type Target } from '../load/post';
import { statusWebhook, type Sender } from '../load/webhooks';
import { percentile, show, type Measurement } from '../report/Figures';
import { agentTextsOfApp, write } from '../stage/agentTexts';
import { places } from '../stage/Stage';
import { IN_FLIGHT, runBlock } from '../stage/runBlock';

const CUSTOMERS = 100;

const STATUSES = ['sent', 'delivered', 'read'] as const;

/** What the status endpoint does while statuses come; undefined where none is set. */
const endpoints = [
  { name: 'none' },
  { name: 'takes reports', answer: 200 },
  { name: 'says 503 until the last one', answer: 503 },
];

/** Statuses a second: without a status endpoint, with one, and with one that is down meanwhile. */
export const measureStatuses: Measurement = async ({ quick }) => {
  const texts = quick ? 50 : 400;
  const workbench = await startTestWorkbench({ zip: places.appZip });
  const receiver = await StatusReceiver.open();
  try {
    const textsOf = await agentTextsOfApp(workbench, CUSTOMERS, { numbers: 1 });
    const number = workbench.demo.phoneNumber.replace(/\D/g, '');
    const sender = { display_phone_number: number, phone_number_id: await workbench.sim.phoneNumberId(number) };
    const target = await workbench.dialog360.get<Target>('/v1/configs/webhook');
    const rows: Row[] = [];
    let sent: SentText[] = [];
    for (const { name, answer } of endpoints) {
      await workbench.setSettings({ message_status_endpoint: '' });
      await runBlock(workbench, textsOf(texts), write);
      const before = new Set(sent.map(({ wamid }) => wamid));
      sent = await sentTexts(workbench);
      if (answer !== undefined) {
        receiver.answer = answer;
        await workbench.setSettings({ message_status_endpoint: receiver.url, message_status_private: true });
      }
      const messages = sent.filter(({ wamid }) => !before.has(wamid));
      const taken = await take(workbench, target, webhooksOf(sender, messages));
      const wamids = new Set(messages.map(({ wamid }) => wamid));
      const reports = answer === undefined ? 0 : await reported(workbench, receiver, wamids);
      rows.push({ name, ...taken, wanted: answer === undefined ? 0 : wamids.size * STATUSES.length, reports });
    }
    const refused = rows.reduce((sum, row) => sum + row.refused, 0);
    const missing = rows.reduce((sum, { wanted, reports }) => sum + wanted - reports, 0);
    return [
      {
        title: 'Statuses a second',
        method:
          `${texts} texts of agents were taken by WhatsApp; then their statuses come, each in a webhook of its own, ${IN_FLIGHT} in flight:\n` +
          'sent of all, delivered of all, read of all. A status is applied before its webhook is answered. Reports are those that\n' +
          'the Message Status Endpoint got, each counted once; the one that says 503 takes them when all statuses have come,\n' +
          'and the time until the app tries again is travelled.',
        columns: ['status endpoint', 'statuses', 'statuses/s', 'answer p50, ms', 'p99, ms', 'not taken', 'reports'],
        rows: rows.map((row) => [
          row.name,
          show.count(row.statuses),
          show.count(row.perSecond),
          show.ms(row.p50),
          show.ms(row.p99),
          String(row.refused),
          row.wanted === 0 ? '–' : show.count(row.reports),
        ]),
        goals: [
          { what: 'statuses not taken', goal: '0', measured: String(refused), isMet: refused === 0 },
          { what: 'statuses that were not reported', goal: '0', measured: String(missing), isMet: missing === 0 },
        ],
      },
    ];
  } finally {
    receiver.close();
    await workbench.stop();
  }
};

interface Taken {
  statuses: number;
  perSecond: number;
  p50: number;
  p99: number;
  refused: number;
}

interface Row extends Taken {
  name: string;
  wanted: number;
  reports: number;
}

interface SentText {
  wamid: string;
  /** Digits. */
  customer: string;
}

/** What WhatsApp took so far, as the app's own records tell. */
async function sentTexts(workbench: TestWorkbench): Promise<SentText[]> {
  const links = (await workbench.records()).filter(
    ({ data }) => data['kind'] === 'link' && data['direction'] === 'out',
  );
  return links.map(({ data }) => ({ wamid: String(data['wamid']), customer: String(data['customer']) }));
}

function webhooksOf(sender: Sender, messages: readonly SentText[]): string[] {
  return STATUSES.flatMap((status) => messages.map((message) => statusWebhook(sender, message, status)));
}

async function take(workbench: TestWorkbench, target: Target, bodies: readonly string[]): Promise<Taken> {
  const start = performance.now();
  const answers = await inFlight(IN_FLIGHT, bodies, (body) => post(target, body));
  const ms = performance.now() - start;
  await workbench.idle();
  const times = answers.map((answer) => answer.ms);
  return {
    statuses: bodies.length,
    perSecond: (bodies.length / ms) * 1_000,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    refused: answers.filter(({ status }) => status !== 200).length,
  };
}

/** How many different reports of these messages have come once the endpoint takes them. */
async function reported(workbench: TestWorkbench, receiver: StatusReceiver, wamids: Set<string>): Promise<number> {
  const wanted = wamids.size * STATUSES.length;
  const count = () => {
    const reports = receiver.received.filter(({ body }) => wamids.has(String(body['msId'])));
    return new Set(reports.map(({ body }) => body['eventId'])).size;
  };
  if (receiver.answer === 200) {
    await waitFor(() => count() === wanted, { what: `${wanted} reports`, timeout: 60_000 }).catch(() => undefined);
    return count();
  }
  receiver.answer = 200;
  // The sweep comes each minute, and what was refused is filed a few minutes ahead.
  for (let journey = 0; journey < 10 && count() < wanted; journey += 1) {
    await workbench.travel(2);
  }
  return count();
}
