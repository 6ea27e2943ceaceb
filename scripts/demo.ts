import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { places } from '../test/e2e/support/places';
import { startTestWorkbench } from '../test/e2e/support/instances/startTestWorkbench';
import { playDemo } from './demo/playDemo';
import { Transcript } from './demo/Transcript';
import { words } from './demo/words';
import { buildPackage } from './package/buildPackage';

/** `npm run demo`: starts a workbench in memory on free ports, plays a conversation, prints it and stops. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { zip: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(words.usage);
    return;
  }
  const transcript = new Transcript((text) => process.stdout.write(text));
  transcript.title(words.title);
  const zip = values.zip ?? (await buildPackage({ path: places.appZip })).path;
  const workbench = await startTestWorkbench({ zip, fromSources: true });
  try {
    await playDemo(workbench, transcript);
  } finally {
    await workbench.stop();
  }
  transcript.end(words.done((performance.now() / 1_000).toFixed(1)));
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${words.stopped(error instanceof Error ? error.message.trim() : String(error))}\n`);
  process.exitCode = 1;
});
