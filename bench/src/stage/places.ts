import { join } from 'node:path';
import { places as placesOfTests } from '../../../test/e2e/support/places';

const inRepository = (path: string) => join(placesOfTests.repository, path);

/** Where the bench finds and puts things. */
export const places = {
  appZip: placesOfTests.appZip,
  bareZip: inRepository('dist/bare-endpoints.zip'),
  bareApp: inRepository('bench/app'),
  figures: inRepository('docs/figures.md'),
} as const;
