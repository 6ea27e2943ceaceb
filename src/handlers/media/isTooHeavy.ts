import type { Host } from '../Host';
import { findInstall } from '../records/install';

/** Milliseconds: then one is tried again, because the server may have another engine or a quieter day. */
const REMEMBERED = 24 * 60 * 60 * 1000;

/** Whether a file is as large as one over which the engine started the app again lately. One round trip. @param size bytes */
export async function isTooHeavy(host: Host, size: number): Promise<boolean> {
  const heavy = (await findInstall(host))?.heavy;
  return heavy !== undefined && size >= heavy.size && Date.now() - heavy.at < REMEMBERED;
}
