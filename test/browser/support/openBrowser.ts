import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium } from './findChromium';
import type { InstalledChromium } from './InstalledChromium';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** Starts a browser without a window; the one that the machine has, unless another one is given. */
export async function openBrowser(installed?: InstalledChromium): Promise<Browser> {
  const { executablePath, env } = installed ?? (await findChromium());
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({ executablePath, args: FLAGS, env: { ...Object.fromEntries(inherited), ...env } });
}
