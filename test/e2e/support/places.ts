import { join, resolve } from 'node:path';

const repository = resolve(__dirname, '../../..');

/** Where tests find and put things. */
export const places = {
  repository,
  /** The package of this repository's app, built once before the tests. */
  appZip: join(repository, 'dist', 'whatsapp-360d-cloud.zip'),
  /** The package of the probe app, built once before the tests. */
  probeZip: join(repository, 'dist', 'probe.zip'),
  probeApp: join(__dirname, 'probe-app'),
} as const;
