import type { AppHost } from './engine/AppHost';

const BASE_URL = 'api_base_url';

/**
 * Makes the app use the simulator instead of 360dialog, when nobody has chosen an address (a new or interrupted
 * installation) or when the address is on this machine (from an earlier start on another port). A real address that
 * somebody chose stays.
 */
export async function pointAtSimulator(apps: AppHost, appId: string, url: string): Promise<void> {
  const setting = (await apps.settings(appId))[BASE_URL];
  if (!setting || setting.value === url) return;
  const isChosen = setting.value !== undefined && setting.value !== null;
  if (!isChosen || isOwnAddress(String(setting.value))) await apps.updateSetting(appId, BASE_URL, url);
}

/** Whether a URL is on this machine, so that an earlier start on another port may have set it. */
export function isOwnAddress(url: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/?$/.test(url);
}
