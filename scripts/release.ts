/**
 * `npm run release`: builds the versioned package with its checksum and its SBOM into `dist/release`. It publishes
 * nothing. The version is the one of `app.json`; `package.json` and the newest entry of `CHANGELOG.md` must agree.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { buildPackage } from './package/buildPackage';
import { PackagingError } from './package/PackagingError';

const ROOT = join(__dirname, '..');
const OUTPUT = join(ROOT, 'dist', 'release');

const Versioned = v.object({ version: v.string() });
const Sbom = v.looseObject({
  metadata: v.looseObject({ component: v.looseObject({ name: v.string() }) }),
  components: v.array(v.looseObject({ name: v.string(), version: v.string() })),
});

async function release(): Promise<void> {
  const version = await agreedVersion();
  await mkdir(OUTPUT, { recursive: true });
  const stem = join(OUTPUT, `whatsapp-360d-cloud-${version}`);
  const { zip, packages } = await buildPackage({ path: `${stem}.zip` });
  const { zip: again } = await buildPackage({ path: `${stem}.zip` });
  if (!zip.equals(again)) throw new PackagingError('Two builds of the same sources differ, so nobody could check them');
  const checksum = createHash('sha256').update(zip).digest('hex');
  await writeFile(`${stem}.zip.sha256`, `${checksum}  whatsapp-360d-cloud-${version}.zip\n`);
  const bundled = new Set(packages.map((each) => `${each.name}@${each.version}`));
  await writeFile(`${stem}.cdx.json`, `${JSON.stringify(await sbomOf(bundled), null, 2)}\n`);
  process.stdout.write(
    [
      `${relative(ROOT, `${stem}.zip`)}  ${(zip.byteLength / 1000).toFixed(1)} kB`,
      `${relative(ROOT, `${stem}.zip.sha256`)}  ${checksum}`,
      `${relative(ROOT, `${stem}.cdx.json`)}  ${bundled.size} bundled packages`,
      '',
    ].join('\n'),
  );
}

/** @throws PackagingError naming the file that states another version */
async function agreedVersion(): Promise<string> {
  const read = async (file: string) => v.parse(Versioned, JSON.parse(await readFile(join(ROOT, file), 'utf8'))).version;
  const version = await read('app.json');
  const others = { 'package.json': await read('package.json'), 'CHANGELOG.md': await newestEntry() };
  for (const [file, other] of Object.entries(others)) {
    if (other !== version) throw new PackagingError(`app.json states version ${version}, ${file} states ${other}`);
  }
  return version;
}

async function newestEntry(): Promise<string> {
  const text = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8');
  return /^## \[(\d+\.\d+\.\d+)\]/m.exec(text)?.[1] ?? 'no version';
}

/** npm's own bill of materials (CycloneDX), reduced to the packages whose code the zip contains. */
async function sbomOf(bundled: ReadonlySet<string>): Promise<object> {
  const { stdout } = await promisify(execFile)('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  const { metadata, components, ...rest } = v.parse(Sbom, JSON.parse(stdout));
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
