import type { AppHost } from './engine/AppHost';

const BASE_URL = 'api_base_url';

/**
 * Lets the app talk to the simulator instead of 360dialog: as long as nobody has chosen an address (a new installation,
 * or one that was cut short), and whenever it is one of this machine (an earlier start on another port). Somebody's own
 * choice of a real address stays.
 */
export async function pointAtSimulator(apps: AppHost, appId: string, url: string): Promise<void> {
  const setting = (await apps.settings(appId))[BASE_URL];
  if (!setting || setting.value === url) return;
  const isChosen = setting.value !== undefined && setting.value !== null;
  if (!isChosen || isOwnAddress(String(setting.value))) await apps.updateSetting(appId, BASE_URL, url);
}

/** Whether a URL leads to this machine itself: an address that an earlier start on another port may have set. */
export function isOwnAddress(url: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/?$/.test(url);
}
