import { sayToUser } from '../../flows/sayToUser';
import type { Scene } from '../../flows/Scene';
import { ensureSetupRoom } from '../omnichannel/ensureSetupRoom';

/** An admin who is new to the app, or whose setup channel was deleted or archived, is told where it is. */
export async function showSetupRoom(scene: Scene): Promise<void> {
  const { room, isNew } = await ensureSetupRoom(scene.host, scene.user);
  if (isNew) {
    await sayToUser(scene, scene.t('setup:channelIs', { channel: room.slugifiedName }));
  }
}
