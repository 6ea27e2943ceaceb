import type { AppHost } from './engine/AppHost';
import { isOwnAddress } from './isOwnAddress';

const BASE_URL = 'api_base_url';

/**
 * Lets the app talk to the simulator instead of 360dialog: on a new installation, and later whenever the address is one
 * of this machine (an earlier start on another port). Somebody's own choice of a real address stays.
 */
export async function pointAtSimulator(apps: AppHost, appId: string, url: string, isNew: boolean): Promise<void> {
  const setting = (await apps.settings(appId))[BASE_URL];
  if (!setting || setting.value === url) return;
  if (isNew || isOwnAddress(String(setting.value ?? ''))) await apps.updateSetting(appId, BASE_URL, url);
}
