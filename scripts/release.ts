/**
 * `npm run release`: builds the versioned package with its checksum, its SBOM and its notes into `dist/release`. It
 * publishes nothing. The version is the one of `app.json`; `package.json` and the newest entry of `CHANGELOG.md` must
 * agree. `-- --version X.Y.Z` writes that version into every file that states it first.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import * as v from 'valibot';
import { buildPackage } from './package/buildPackage';
import { PackagingError } from './package/PackagingError';
import { newestEntry, release as releaseChangelog } from './release/changelog';

const ROOT = join(__dirname, '..');
const OUTPUT = join(ROOT, 'dist', 'release');

const Versioned = v.object({ version: v.string() });
const Manifest = v.object({ author: v.object({ homepage: v.string(), support: v.string() }) });
const Sbom = v.looseObject({
  serialNumber: v.string(),
  metadata: v.looseObject({ timestamp: v.string(), component: v.looseObject({ name: v.string() }) }),
  components: v.array(v.looseObject({ name: v.string(), version: v.string() })),
});

const FIRST = /("version": ")[^"]+/;

/** The files that state the version, and what stands before it there. The lock file states it for each workspace. */
const STATED: Readonly<Record<string, RegExp>> = {
  'app.json': FIRST,
  'package.json': FIRST,
  'workbench/package.json': FIRST,
  'bench/package.json': FIRST,
  'package-lock.json': /("name": "(?:whatsapp-360d-cloud|@whatsapp-360d\/\w+)",\s+"version": ")[^"]+/g,
  'docs/openapi.yaml': /^( {2}version: )\S+$/m,
};

async function release(): Promise<void> {
  const { values } = parseArgs({ options: { version: { type: 'string' } } });
  if (values.version !== undefined) await writeVersion(values.version);
  const { version, notes } = await agreedVersion();
  await warnOfAddresses();
  await mkdir(OUTPUT, { recursive: true });
  const stem = join(OUTPUT, `whatsapp-360d-cloud-${version}`);
  const { zip, packages } = await buildPackage({ path: `${stem}.zip` });
  const { zip: again } = await buildPackage({ path: `${stem}.zip` });
  if (!zip.equals(again)) throw new PackagingError('Two builds of the same sources differ, so nobody could check them');
  const checksum = createHash('sha256').update(zip).digest('hex');
  await writeFile(`${stem}.zip.sha256`, `${checksum}  whatsapp-360d-cloud-${version}.zip\n`);
  await writeFile(`${stem}.md`, `${notes}\n`);
  const bundled = new Set(packages.map((each) => `${each.name}@${each.version}`));
  await writeFile(`${stem}.cdx.json`, `${JSON.stringify(await sbomOf(bundled), null, 2)}\n`);
  process.stdout.write(
    [
      `${relative(ROOT, `${stem}.zip`)}  ${(zip.byteLength / 1000).toFixed(1)} kB`,
      `${relative(ROOT, `${stem}.zip.sha256`)}  ${checksum}`,
      relative(ROOT, `${stem}.md`),
      `${relative(ROOT, `${stem}.cdx.json`)}  ${bundled.size} bundled packages`,
      '',
    ].join('\n'),
  );
}

/** Writes a version into every file that states it and dates the changelog's entry. @throws PackagingError when it does not fit */
async function writeVersion(version: string): Promise<void> {
  const changelog = join(ROOT, 'CHANGELOG.md');
  // First of all, because it is what can be wrong.
  const dated = releaseChangelog(await readFile(changelog, 'utf8'), version, new Date().toISOString().slice(0, 10));
  await writeFile(changelog, dated);
  for (const [name, pattern] of Object.entries(STATED)) {
    const file = join(ROOT, name);
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace(pattern, (_, before: string) => before + version),
    );
  }
}

/** Rocket.Chat shows the two addresses on the app's page, and the marketplace asks for them. Empty ones are not shown. */
async function warnOfAddresses(): Promise<void> {
  const { author } = v.parse(Manifest, JSON.parse(await readFile(join(ROOT, 'app.json'), 'utf8')));
  for (const name of ['homepage', 'support'] as const) {
    if (author[name] !== '') continue;
    process.stderr.write(
      `app.json names no address as ${name}: before you publish, write your own into "author.${name}"\n`,
    );
  }
}

/** @throws PackagingError naming the file that states another version */
async function agreedVersion(): Promise<{ version: string; notes: string }> {
  const read = async (file: string) => v.parse(Versioned, JSON.parse(await readFile(join(ROOT, file), 'utf8'))).version;
  const version = await read('app.json');
  const entry = newestEntry(await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8'));
  const others = { 'package.json': await read('package.json'), 'CHANGELOG.md': entry.version };
  for (const [file, other] of Object.entries(others)) {
    if (other !== version) throw new PackagingError(`app.json states version ${version}, ${file} states ${other}`);
  }
  if (entry.hasUnreleased) {
    process.stderr.write('CHANGELOG.md lists changes as unreleased; -- --version X.Y.Z makes them a version\n');
  }
  return { version, notes: entry.notes };
}

/**
 * npm's own bill of materials (CycloneDX), reduced to the packages whose code the zip contains. Its random number and its
 * time are left out, so that the same commit gives the same bytes here as well.
 */
async function sbomOf(bundled: ReadonlySet<string>): Promise<object> {
  const options = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const { stdout } = await promisify(execFile)('npm', ['sbom', ...options], { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
  const { serialNumber: _random, metadata: whole, components, ...rest } = v.parse(Sbom, JSON.parse(stdout));
  const { timestamp: _now, ...metadata } = whole;
  const listed = components.filter(({ name, version }) => bundled.has(`${name}@${version}`));
  const isComplete = listed.length === bundled.size;
  if (!isComplete) throw new PackagingError('The lock file does not list every package that the zip contains');
  const component = { ...metadata.component, name: 'whatsapp-360d-cloud' };
  return { ...rest, metadata: { ...metadata, component }, components: listed, dependencies: [] };
}

release().catch((error: unknown) => {
  process.stderr.write(`${error instanceof PackagingError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
