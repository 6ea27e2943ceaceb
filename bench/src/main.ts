import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildPackage } from '../../scripts/package/buildPackage';
import { buildWorkbench } from '../../test/e2e/support/buildWorkbench';
import { measureAnswers } from './measure/measureAnswers';
import { measureBulk } from './measure/measureBulk';
import { measureConversations } from './measure/measureConversations';
import { measureMedia } from './measure/measureMedia';
import { measureMemory, measureMemoryOfSends } from './measure/measureMemory';
import { measurePage } from './measure/measurePage';
import { measureRoundTrips } from './measure/measureRoundTrips';
import { measureSends } from './measure/measureSends';
import { measureStart } from './measure/measureStart';
import { measureStatuses } from './measure/measureStatuses';
import { measureTemplates } from './measure/measureTemplates';
import { measureThroughput } from './measure/measureThroughput';
import { readOptions, USAGE } from './readOptions';
import type { Figures, Measurement } from './report/Figures';
import { describeCircumstances, drawFigures, drawReport } from './report/drawReport';
import { drawComparison, keepRun, readRun } from './report/compare';
import { places } from './stage/Stage';

/** By name, in the order of the report. */
const measurements: Readonly<Record<string, Measurement>> = {
  start: measureStart,
  page: measurePage,
  'round-trips': measureRoundTrips,
  throughput: measureThroughput,
  sends: measureSends,
  statuses: measureStatuses,
  templates: measureTemplates,
  bulk: measureBulk,
  answers: measureAnswers,
  conversations: measureConversations,
  media: measureMedia,
  memory: measureMemory,
  'memory-sends': measureMemoryOfSends,
};

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${USAGE}\n  measurements     ${Object.keys(measurements).join(', ')}\n`);
    return;
  }
  const unknown = options.only.filter((name) => !(name in measurements));
  if (unknown.length > 0) throw new Error(`There is no measurement ${unknown.join(', ')} (see --help)`);
  const earlier = options.compare === '' ? undefined : await readRun(options.compare);
  const started = new Date().toISOString().slice(0, 16);
  const before = loadavg()[0] ?? 0;
  await Promise.all([
    buildWorkbench(),
    buildPackage({ path: places.appZip }),
    buildPackage({ root: places.bareApp, path: places.bareZip }),
  ]);
  const figures: Figures[] = [];
  for (const [name, measure] of Object.entries(measurements)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    process.stderr.write(`… ${name}\n`);
    const measured = await measure(options);
    figures.push(...measured);
    process.stdout.write(`\n${measured.map(drawFigures).join('\n')}`);
  }
  const circumstances = describeCircumstances({
    when: started.replace('T', ' '),
    load: [before, loadavg()[0] ?? 0],
    seconds: performance.now() / 1_000,
  });
  const report = drawReport(figures, circumstances);
  process.stdout.write(`\n${report.slice(0, report.indexOf('\n## ', report.indexOf('## Goals')))}\n`);
  await keepRun(join(places.runs, `${started.replace(':', '')}.json`), { circumstances, figures });
  if (earlier) process.stdout.write(`\n${drawComparison({ circumstances, figures }, earlier)}\n`);
  if (options.quick || options.only.length > 0) return;
  await mkdir(dirname(places.figures), { recursive: true });
  await writeFile(places.figures, report);
  process.stdout.write('\nWritten to docs/figures.md\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  // A workbench may still run: it ends with this process.
  process.exit(1);
});
