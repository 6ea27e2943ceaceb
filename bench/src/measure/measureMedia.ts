import { performance } from 'node:perf_hooks';
import type { TestWorkbench } from '../../../test/e2e/support/instances/TestWorkbench';
import { settle } from '../../../test/e2e/support/clients/settle';
import { startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import { waitFor } from '../../../test/e2e/support/waitFor';
import { show, type Measurement } from '../report/Figures';
import { connectStage, places } from '../stage/Stage';
import { readSandboxPid, readUsage } from '../system/readUsage';

const MB = 1024 * 1024;

/** The largest that WhatsApp allows, for documents (Meta: supported media types). */
const LARGEST_MB = 100;

/** Files of one size: so many customers, so many files of each. */
interface Load {
  megabytes: number;
  customers: number;
  each: number;
}

/** How fast customers' files come into their rooms, and what the sandbox needs for it. */
export const measureMedia: Measurement = async ({ quick }) => {
  const loads: Load[] = [
    { megabytes: 1, customers: 4, each: quick ? 1 : 5 },
    ...(quick ? [] : [{ megabytes: 16, customers: 4, each: 1 }]),
    ...(quick ? [] : [{ megabytes: LARGEST_MB, customers: 1, each: 1 }]),
    ...(quick ? [] : [{ megabytes: LARGEST_MB, customers: 4, each: 1 }]),
  ];
  const rows: Row[] = [];
  for (const load of loads) {
    rows.push(await measure(load));
  }
  const missing = rows.reduce((sum, { files, arrived }) => sum + files - arrived, 0);
  return [
    {
      title: 'Files of customers',
      method:
        'Documents of several customers at once, fetched from the simulated 360dialog and stored by Rocket.Chat, from the\n' +
        'first webhook until the last file stands in its room; each load in a workbench of its own. Files of more than\n' +
        "8 MB come one after another, and past the engine: the sandbox uploads them to the workspace's own address.",
      columns: ['MB a file', 'files', 'in rooms', 'seconds', 'MB/s', "sandbox's peak, MB", 'before, MB'],
      rows: rows.map((row) => [
        show.count(row.megabytes),
        show.count(row.files),
        show.count(row.arrived),
        show.seconds(row.ms),
        row.arrived === row.files ? show.tenths((row.megabytes * row.files) / (row.ms / 1_000)) : '–',
        show.megabytes(row.peak),
        show.megabytes(row.before),
      ]),
      notes: [
        'Where the engine talks to the sandbox over a pipe, as on servers with Deno, it reads what an app sends in pieces of\n64 kB and puts each behind a copy of all before it: the time grows with the square of the size, and 100 MB would end\nthe app. There files of up to 32 MB go through the engine where the workspace cannot be reached by its own address;\nlarger ones have a card that says why in their rooms.',
      ],
      goals: [
        {
          what: `files of up to ${LARGEST_MB} MB that did not arrive`,
          goal: '0',
          measured: String(missing),
          isMet: missing === 0,
        },
      ],
    },
  ];
};

interface Row {
  megabytes: number;
  files: number;
  arrived: number;
  ms: number;
  /** Bytes of memory. */
  peak: number;
  before: number;
}

async function measure(load: Load): Promise<Row> {
  const workbench = await startTestWorkbench({ zip: places.appZip });
  try {
    const { number } = await connectStage(workbench);
    await workbench.setSettings({ accepted_media_types: '' });
    const phones = await Promise.all(
      Array.from({ length: load.customers }, (_, n) => workbench.sim.customer({ name: `Sender ${n}` })),
    );
    for (const phone of phones) await phone.say(number, 'Here they come');
    await settle(workbench);
    const before = readUsage(sandboxOf(workbench)).rss;
    const file = { base64: Buffer.alloc(load.megabytes * MB, 'file').toString('base64'), mime: 'application/pdf' };
    const message = { type: 'document', document: { filename: 'file.pdf' } };
    const start = performance.now();
    for (const phone of phones) await phone.send(number, message, { count: load.each, file });
    const files = load.customers * load.each;
    const usage = watchPeak(workbench);
    const landed = await awaitFiles(workbench, files);
    const ms = performance.now() - start;
    return { megabytes: load.megabytes, files, arrived: landed.files, ms, peak: usage.stop(), before };
  } finally {
    await workbench.stop();
  }
}

/** The engine may put another process in the place of the sandbox meanwhile, so it is looked at again and again. */
function watchPeak(workbench: TestWorkbench): { stop: () => number } {
  let peak = 0;
  const look = () => (peak = Math.max(peak, readUsage(sandboxOf(workbench)).peak));
  const timer = setInterval(look, 250);
  return {
    stop: () => {
      clearInterval(timer);
      return look();
    },
  };
}

function sandboxOf(workbench: TestWorkbench): number {
  return readSandboxPid(workbench.pid);
}

/** A file that breaks the sandbox takes about this long until its card stands in the room. */
const PATIENCE_MS = 300_000;

/** The outcome of customers' files. */
export interface Landed {
  files: number;
  /** Cards that say why a file could not be fetched. */
  cards: number;
}

/** Waits until so many files, or cards in their place, stand in open conversations. @throws Error when they do not come */
async function awaitFiles(workbench: TestWorkbench, expected: number): Promise<Landed> {
  const manager = await workbench.as('manager');
  return waitFor(
    async () => {
      const rooms = await manager.conversations(true);
      const messages = (await Promise.all(rooms.map(({ _id }) => manager.messages(_id)))).flat();
      const files = messages.filter(({ file }) => file !== undefined).length;
      const cards = messages.filter(({ blocks }) => (blocks ?? []).length > 0).length;
      return files + cards >= expected && { files, cards };
    },
    { what: `${expected} files`, timeout: PATIENCE_MS },
  );
}
