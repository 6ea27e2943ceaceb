import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { PackagingError } from './PackagingError';

const Manifest = v.object({ name: v.string(), version: v.string(), license: v.string() });

/** A package of somebody else whose code is part of the bundle. */
export interface BundledPackage {
  name: string;
  version: string;
  /** SPDX id, as its manifest states it. */
  license: string;
  /** The text of its licence file. */
  text: string;
}

const PACKAGE_FOLDER = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENSE_FILE = /^(licen[cs]e|copying)(\..*)?$/i;

/**
 * The packages whose files the bundler read, sorted by name.
 * @param inputs paths relative to `root`, as esbuild's metafile lists them
 * @throws PackagingError naming a package that states no licence or ships no text of it
 */
export async function readBundledPackages(root: string, inputs: string[]): Promise<BundledPackage[]> {
  const folders = new Set(inputs.flatMap((path) => PACKAGE_FOLDER.exec(path)?.[1] ?? []));
  const packages = await Promise.all([...folders].map((folder) => readPackage(join(root, folder))));
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `LICENSES.txt` of the zip: who wrote what is bundled, and under which terms. */
export function writeLicenses(packages: BundledPackage[]): string {
  const rule = '-'.repeat(80);
  const parts = packages.map(
    ({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n${rule}\n\n${text.trim()}\n`,
  );
  return ['This app contains code of the following packages.\n', ...parts].join('\n');
}

async function readPackage(folder: string): Promise<BundledPackage> {
  const manifest = v.safeParse(Manifest, JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  if (!manifest.success) throw new PackagingError(`${folder}/package.json does not state name, version and licence`);
  const file = (await readdir(folder)).find((name) => LICENSE_FILE.test(name));
  const { name, license } = manifest.output;
  if (!file) throw new PackagingError(`${name} (${license}) ships no licence text`);
  return { ...manifest.output, text: await readFile(join(folder, file), 'utf8') };
}
