import { buildPackage } from '../../../scripts/package/buildPackage';
import { buildWorkbench } from './buildWorkbench';
import { places } from './places';
import { startTestWorkbench } from './instances/startTestWorkbench';

let built: Promise<void> | undefined;

async function buildAll(): Promise<void> {
  await Promise.all([
    buildWorkbench(),
    buildPackage({ path: places.appZip }),
    buildPackage({ root: places.probeApp, path: places.probeZip }),
    ...Object.values(places.bots).map(({ folder, zip }) => buildPackage({ root: folder, path: zip })),
  ]);
  // What V8 compiles for a start is kept when the first workbench ends. One that has run for longer has dropped half of it.
  const workbench = await startTestWorkbench();
  await workbench.stop();
}

/**
 * Builds all packages and the workbench before the first end-to-end test. The setup of browser tests calls it too: jest runs
 * both in one process, so the second call finds what the first one built.
 */
export default function globalSetup(): Promise<void> {
  return (built ??= buildAll());
}
