import { existsSync } from 'node:fs';
import type { InstalledChromium } from './InstalledChromium';
import { shippedChromium } from './shippedChromium';

const OF_THE_SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of `CHROMIUM_PATH`, else the system's, else the one that comes with npm. */
export async function findChromium(): Promise<InstalledChromium> {
  const executablePath = [process.env['CHROMIUM_PATH'] ?? '', ...OF_THE_SYSTEM].find(
    (path) => path && existsSync(path),
  );
  return executablePath ? { executablePath, env: {} } : shippedChromium();
}
