import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import shipped from '../../../package.json';
import { places } from '../../e2e/support/places';

/** A Chromium that can be started. */
interface InstalledChromium {
  executablePath: string;
  /** Environment for its process. */
  env: Record<string, string>;
}

const run = promisify(execFile);

const ROOT = join(places.repository, '.workbench', 'chromium');
const FOLDER = join(ROOT, shipped.devDependencies['@sparticuz/chromium']);

/** Its own fonts only, so that a picture is the same on every machine. */
const fontsConfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;

/** Unpacks it beside its place and moves it there in one step: a run that is ended leaves nothing half. */
async function unpack(): Promise<void> {
  await mkdir(ROOT, { recursive: true });
  const draft = await mkdtemp(join(ROOT, 'draft-'));
  await run(process.execPath, [join(__dirname, 'extractChromium.mjs')], {
    cwd: places.repository,
    env: { ...process.env, TMPDIR: draft },
  });
  await writeFile(join(draft, 'fonts', 'fonts.conf'), fontsConfig(FOLDER));
  await rename(draft, FOLDER).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    // Another run was quicker.
    if (!existsSync(FOLDER)) throw error;
  });
}

/** Whether the machine lacks libraries that Chromium needs. */
async function lacksLibraries(executable: string): Promise<boolean> {
  return run('ldd', [executable]).then(
    ({ stdout }) => stdout.includes('not found'),
    () => true,
  );
}

/** The Chromium that comes with npm, the same on every machine; unpacked when it is asked for the first time. */
export async function shippedChromium(): Promise<InstalledChromium> {
  if (!existsSync(FOLDER)) await unpack();
  const executablePath = join(FOLDER, 'chromium');
  const libraries = (await lacksLibraries(executablePath)) && { LD_LIBRARY_PATH: join(FOLDER, 'al2023', 'lib') };
  return { executablePath, env: { FONTCONFIG_PATH: join(FOLDER, 'fonts'), ...libraries } };
}

const OF_THE_SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of `CHROMIUM_PATH`, else the system's, else the one that comes with npm. */
async function findChromium(): Promise<InstalledChromium> {
  const executablePath = [process.env['CHROMIUM_PATH'] ?? '', ...OF_THE_SYSTEM].find(
    (path) => path && existsSync(path),
  );
  return executablePath ? { executablePath, env: {} } : shippedChromium();
}

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** Starts a browser without a window; the one that the machine has, unless another one is given. */
export async function openBrowser(installed?: InstalledChromium): Promise<Browser> {
  const { executablePath, env } = installed ?? (await findChromium());
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({ executablePath, args: FLAGS, env: { ...Object.fromEntries(inherited), ...env } });
}
