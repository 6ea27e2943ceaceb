import { notifyUser } from '../handlers/omnichannel/notifyUser';
import { ensureSetupRoom } from '../handlers/omnichannel/ensureSetupRoom';
import type { Scene } from './Scene';

/** Says something to the one who acts, where they act, else in the setup channel; others do not see it. */
export async function sayToUser(scene: Scene, text: string): Promise<void> {
  const room = scene.room ?? (await ensureSetupRoom(scene.host, scene.user)).room;
  await notifyUser(scene.host, { user: scene.user, room }, { text });
}
