import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { buildManifest } from './buildManifest';
import { buildTranslations } from './buildTranslations';
import { type BundledPackage, writeLicenses } from './bundledPackages';
import { bundleApp } from './bundleApp';
import { readIcon } from './readIcon';
import { writeZip } from './writeZip';

/** A built app package. */
export interface BuiltPackage {
  zip: Buffer;
  /** Where it was written. */
  path: string;
  bytes: number;
  /** The packages whose code it contains. */
  packages: BundledPackage[];
}

/** Which app to build and where to; without options this repository's own app into `dist/`. */
export interface PackageOptions {
  /** Folder that holds `App.ts`, `app.json`, `assets/icon.png` and `src/locales`. */
  root?: string;
  path?: string;
}

const REPOSITORY = resolve(__dirname, '../..');

/**
 * Builds the app package (a zip as the marketplace takes it) and writes it. The same sources give the same bytes.
 * @throws PackagingError saying in one line what is missing or wrong; file system errors when it cannot be written.
 */
export async function buildPackage(options: PackageOptions = {}): Promise<BuiltPackage> {
  const root = resolve(options.root ?? REPOSITORY);
  const path = resolve(options.path ?? join(REPOSITORY, 'dist', 'whatsapp-360d-cloud.zip'));
  // First of all, so that what is missing is named by what it is for.
  const manifest = await buildManifest(root);
  const [{ code, packages }, icon, translations] = await Promise.all([
    bundleApp(root),
    readIcon(root),
    buildTranslations(root),
  ]);
  const licenses = { path: 'LICENSES.txt', content: Buffer.from(writeLicenses(packages)) };
  const zip = writeZip([manifest, { path: 'App.js', content: code }, licenses, icon, ...translations]);
  await mkdir(dirname(path), { recursive: true });
  // Written aside and moved, so that whoever reads it at the same moment gets the old or the new one, never a half.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, zip);
  await rename(draft, path);
  return { zip, path, bytes: zip.byteLength, packages };
}
