import { performance } from 'node:perf_hooks';
import { connectDemoNumber, SETUP, templatesRead } from '../../../test/e2e/support/connectDemoNumber';
import { freePort, startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import type { TestClient } from '../../../test/e2e/support/clients/TestClient';
import { waitFor } from '../../../test/e2e/support/waitFor';
import { customerNumber } from '../load/webhooks';
import { show } from '../report/Figures';
import type { Measurement } from '../report/Figures';
import { places } from '../stage/Stage';
import { readHeld, readSandboxPid, readUsage } from '../system/readUsage';

const SAMPLES = 5;

/** Bytes. What the app remembers of everybody who got something is bounded; more than this would be a leak. */
const MOST_GROWTH = 5e6;

/** The share of its first speed that a list must still have at its end. */
const KEPT = 0.9;

/** A template to a list from a CSV file: whether it keeps its speed, and what the sandbox holds meanwhile. */
export const measureBulk: Measurement = async ({ quick }) => {
  const people = quick ? 200 : 5_000;
  const port = await freePort();
  const workbench = await startTestWorkbench({ zip: places.appZip, extraArgs: ['--inspect', String(port)] });
  try {
    await connectDemoNumber(workbench);
    await templatesRead(workbench);
    await workbench.sim.fault('status-dropped', { which: 'all' });
    const admin = await workbench.as('admin');
    await openConfirmation(admin, people);
    const look = async () => ({
      held: await readHeld(port),
      rss: readUsage(readSandboxPid(workbench.pid)).rss,
      cpuMs: readUsage(workbench.pid).cpuMs + readUsage(readSandboxPid(workbench.pid)).cpuMs,
      sent: 0,
      ms: 0,
    });
    const samples = [await look()];
    await admin.modal.submit();
    const start = performance.now();
    for (let sample = 1; sample <= SAMPLES; sample += 1) {
      const sent = await sentAfter(admin, (people / SAMPLES) * sample);
      samples.push({ ...(await look()), sent, ms: performance.now() - start });
    }
    const rates = samples.slice(1).map(({ sent, ms }, at) => {
      const before = samples[at] ?? { sent: 0, ms: 0 };
      return ((sent - before.sent) / (ms - before.ms)) * 1_000;
    });
    const costs = samples.slice(1).map(({ sent, cpuMs }, at) => {
      const before = samples[at] ?? { sent: 0, cpuMs: 0 };
      return (cpuMs - before.cpuMs) / Math.max(1, sent - before.sent);
    });
    const between = (from: number, to: number) => {
      const [begin, end] = [samples[from], samples[to]];
      return begin && end ? (end.sent - begin.sent) / Math.max(1, end.ms - begin.ms) : 0;
    };
    const kept = between(SAMPLES - 2, SAMPLES) / between(0, 2);
    const growth = (samples.at(-1)?.held ?? 0) - (samples[2]?.held ?? 0);
    return [
      {
        title: 'A template to a list',
        method:
          `${show.count(people)} people from a CSV file, one number, from **Send** on. Meta lets a number send 80 messages a second; the app keeps\n` +
          'to 70. Statuses do not come. What the sandbox holds is measured after its garbage is collected. Processor\n' +
          'time is that of workbench and sandbox; looking at the result now and then is part of it.',
        columns: ['people', 'after, s', 'people/s', 'ms of processor each', 'held, MB', 'process, MB'],
        rows: samples.map(({ sent, ms, held, rss }, at) => [
          show.count(sent),
          show.seconds(ms),
          at === 0 ? '–' : show.count(rates[at - 1] ?? 0),
          at === 0 ? '–' : show.hundredths(costs[at - 1] ?? 0),
          show.tenths(held / 1e6),
          show.megabytes(rss),
        ]),
        goals: [
          {
            what: 'list: speed of the last two fifths beside the first two',
            goal: `≥ ${KEPT}`,
            measured: show.hundredths(kept),
            isMet: kept >= KEPT,
          },
          {
            what: 'list: growth of memory behind the first two fifths, MB',
            goal: `≤ ${show.megabytes(MOST_GROWTH)}`,
            measured: show.tenths(growth / 1e6),
            isMet: growth <= MOST_GROWTH,
          },
        ],
      },
    ];
  } finally {
    await workbench.stop();
  }
};

/** Uploads the list to the setup channel and goes on until the last question is asked. */
async function openConfirmation(admin: TestClient, people: number): Promise<void> {
  const rows = Array.from({ length: people }, (_, n) => `+${customerNumber(n)},Customer ${n}`);
  const bytes = Buffer.from(`phone,name\n${rows.join('\n')}\n`);
  await admin.upload(SETUP, { name: 'people.csv', type: 'text/csv', bytes });
  await admin.runCommand('/whatsapp-360d-cloud send-template', SETUP);
  await waitFor(() => admin.modal.isOpen, { what: 'the list of templates' });
  await admin.modal.fill('Search', 'hello_world');
  await admin.modal.click('Open');
  await admin.modal.click('Use');
  await admin.modal.click('Send to a list');
  await admin.modal.fill('Or a CSV file of this room', 'people.csv');
  for (let step = 0; step < 4 && admin.modal.title !== 'Send to this list?'; step += 1) await admin.modal.submit();
  if (admin.modal.title !== 'Send to this list?')
    throw new Error(`The list is not taken:\n${admin.modal.texts.join('\n')}`);
}

/** How many are sent once it is so many. */
async function sentAfter(admin: TestClient, wanted: number): Promise<number> {
  return waitFor(
    async () => {
      await admin.modal.click('Refresh');
      const [, sent = '0'] = /On their way or arrived:\*\* ([\d,]+)/.exec(admin.modal.texts.join('\n')) ?? [];
      const count = Number(sent.replaceAll(',', ''));
      return count >= wanted && count;
    },
    { what: `${wanted} people of the list`, timeout: 120_000, interval: 1_000 },
  );
}
