import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestWorkbench, type TestWorkbenchOptions } from '../../../test/e2e/support/instances/startTestWorkbench';
import { percentile, show, type Measurement } from '../report/Figures';
import { places } from '../stage/Stage';
import { readSandboxPid, readUsage } from '../system/readUsage';

const MOST_ZIP = 650_000;
const MOST_SECONDS = 5;

/** How large the package is, how long a workbench takes until it can be used, and what it has in memory then. */
export const measureStart: Measurement = async ({ quick }) => {
  const { size } = statSync(places.appZip);
  const times = quick ? 1 : 3;
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
  try {
    const installing = await startsOf(times, {});
    await startsOf(1, { dataDir: folder });
    const again = await startsOf(times, { dataDir: folder });
    return [
      {
        title: 'Size and start',
        method:
          'From the start of the process until the app is enabled and HTTP answers, without the page; the median of ' +
          `${times}. Memory right after that.`,
        columns: ['what', 'figure'],
        rows: [
          ['package, bytes', show.count(size)],
          ['start with an installation, s', show.tenths(installing.seconds)],
          ['start with the app installed, s', show.tenths(again.seconds)],
          ['memory of the sandbox, MB', show.megabytes(installing.sandbox)],
          ['memory of the workbench, MB', show.megabytes(installing.workbench)],
        ],
        goals: [
          {
            what: 'size of the package, bytes',
            goal: `< ${show.count(MOST_ZIP)}`,
            measured: show.count(size),
            isMet: size < MOST_ZIP,
          },
          {
            what: 'start with an installation, s',
            goal: `< ${MOST_SECONDS}`,
            measured: show.tenths(installing.seconds),
            isMet: installing.seconds < MOST_SECONDS,
          },
        ],
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function startsOf(times: number, options: TestWorkbenchOptions) {
  const starts: { seconds: number; sandbox: number; workbench: number }[] = [];
  for (let time = 0; time < times; time += 1) {
    const workbench = await startTestWorkbench({ zip: places.appZip, ...options });
    starts.push({
      seconds: workbench.ready.seconds,
      sandbox: readUsage(readSandboxPid(workbench.pid)).rss,
      workbench: readUsage(workbench.pid).rss,
    });
    await workbench.stop();
  }
  const median = (of: (start: (typeof starts)[number]) => number) => percentile(starts.map(of), 50);
  return {
    seconds: median(({ seconds }) => seconds),
    sandbox: median(({ sandbox }) => sandbox),
    workbench: median(({ workbench }) => workbench),
  };
}
