import { isAdmin } from '../handlers/interactions/isAdmin';
import { ensureSetupRoom } from '../handlers/omnichannel/setupRoom';
import { notifyUser } from '../handlers/omnichannel/notifyUser';
import type { Scene } from './Scene';

/**
 * Says something to the one who acts, where they act, else in the setup channel; others do not see it. Who is no
 * administrator is not to be brought into that channel: then it stays unsaid.
 */
export async function sayToUser(scene: Scene, text: string): Promise<void> {
  const { host, user } = scene;
  const room = scene.room ?? (isAdmin(user) ? (await ensureSetupRoom(host, user)).room : undefined);
  if (room) {
    await notifyUser(host, { user, room }, { text });
  }
}
