import { buildPackage } from '../../../scripts/package/buildPackage';
import { places } from './places';

/** Builds all packages once, before the first end-to-end test. */
export default async function globalSetup(): Promise<void> {
  await Promise.all([
    buildPackage({ path: places.appZip }),
    buildPackage({ root: places.probeApp, path: places.probeZip }),
    ...Object.values(places.bots).map(({ folder, zip }) => buildPackage({ root: folder, path: zip })),
  ]);
}
