import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import shipped from '../../../package.json';
import { places } from '../../e2e/support/places';
import type { InstalledChromium } from './InstalledChromium';

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
