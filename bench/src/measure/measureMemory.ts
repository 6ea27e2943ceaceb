import { startTestWorkbench } from '../../../test/e2e/support/startTestWorkbench';
import { show } from '../report/show';
import { connectStage } from '../stage/connectStage';
import { meetCustomers } from '../stage/meetCustomers';
import { places } from '../stage/places';
import { runBlock } from '../stage/runBlock';
import { textsOf } from '../stage/textsOf';
import { readSandboxPid } from '../system/readSandboxPid';
import { readUsage } from '../system/readUsage';
import type { Measurement } from './Measurement';

const IN_FLIGHT = 16;
const CUSTOMERS = 200;
const SAMPLES = 10;

/** More than this between the middle and the end would be a leak. */
const MOST_GROWTH = 25e6;

/** The sandbox's memory over many messages. */
export const measureMemory: Measurement = async ({ quick, long }) => {
  const messages = quick ? 2_000 : long ? 100_000 : 20_000;
  const workbench = await startTestWorkbench({ zip: places.appZip });
  try {
    const stage = await connectStage(workbench);
    const customers = await meetCustomers(stage, CUSTOMERS);
    const sandbox = readSandboxPid(workbench.pid);
    const sizes = [readUsage(sandbox).rss];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      await runBlock(workbench, stage.target, textsOf(stage, customers, messages / SAMPLES), IN_FLIGHT);
      sizes.push(readUsage(sandbox).rss);
    }
    const growth = (sizes.at(-1) ?? 0) - (sizes[SAMPLES / 2] ?? 0);
    return [
      {
        title: 'Memory of the sandbox',
        method: `Resident memory of the deno process while ${show.count(messages)} texts of ${CUSTOMERS} customers arrive, ${IN_FLIGHT} in flight.`,
        columns: ['texts', 'MB'],
        rows: sizes.map((size, sample) => [show.count((messages / SAMPLES) * sample), show.megabytes(size)]),
        notes: [
          'What is remembered is bounded: 5,000 conversations and 20,000 ids of messages. Until those are full memory grows a\nlittle; beyond that it moves with the garbage collector.',
        ],
        goals: [
          {
            what: 'growth of the sandbox over the second half of them, MB',
            goal: `≤ ${show.megabytes(MOST_GROWTH)}`,
            measured: show.megabytes(growth),
            isMet: growth <= MOST_GROWTH,
          },
        ],
      },
    ];
  } finally {
    await workbench.stop();
  }
};
