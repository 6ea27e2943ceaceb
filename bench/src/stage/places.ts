import { join } from 'node:path';

const inRepository = (path: string) => join(__dirname, '../../..', path);

/** Where the bench finds and puts things. */
export const places = {
  appZip: inRepository('dist/whatsapp-360d-cloud.zip'),
  bareZip: inRepository('dist/bare-endpoints.zip'),
  bareApp: inRepository('bench/app'),
  figures: inRepository('docs/figures.md'),
} as const;
