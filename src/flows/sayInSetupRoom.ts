import type { Drawing } from '../blocks/Drawing';
import { ensureSetupRoom } from '../handlers/omnichannel/setupRoom';
import { notifyUser } from '../handlers/omnichannel/notifyUser';
import { postAsApp } from '../handlers/omnichannel/postAsApp';
import type { AppPost } from '../handlers/omnichannel/postAsApp';
import type { Scene } from './Scene';

/** The bot says something in the setup channel, which is made again where it is gone. */
export async function sayInSetupRoom(scene: Scene, draw: (drawing: Drawing) => AppPost): Promise<void> {
  const { room, isNew } = await ensureSetupRoom(scene.host, scene.user);
  await postAsApp(scene.host, room, draw({ appId: scene.host.app.id, t: scene.t }));
  if (isNew && scene.room && scene.room.id !== room.id) {
    const text = scene.t('setup:channelIs', { channel: room.slugifiedName });
    await notifyUser(scene.host, { user: scene.user, room: scene.room }, { text });
  }
}
