import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Host } from '../Host';
import { isAdmin } from '../interactions/isAdmin';
import { ensureSetupRoom } from './ensureSetupRoom';
import { findSetupRoom } from './findSetupRoom';

/**
 * Where administrators hear of news: the setup channel. Where it was deleted or archived it is made again for whoever
 * set the app up last; undefined where they may not administer it any more, because nobody else is known.
 */
export async function roomForNews(host: Host): Promise<IRoom | undefined> {
  const known = await findSetupRoom(host);
  if (known) {
    return known;
  }
  const { installedBy } = await host.memory.install.get(host);
  const user = installedBy ? await host.read.getUserReader().getById(installedBy) : undefined;
  return user && isAdmin(user) ? (await ensureSetupRoom(host, user)).room : undefined;
}
