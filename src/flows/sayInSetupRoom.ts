import type { Drawing } from '../blocks/Drawing';
import { ensureSetupRoom } from '../handlers/omnichannel/setupRoom';
import { postAsApp } from '../handlers/omnichannel/postAsApp';
import type { AppPost } from '../handlers/omnichannel/postAsApp';
import type { Scene } from './Scene';

/** The bot says something in the setup channel, which is made again where it is gone. */
export async function sayInSetupRoom(scene: Scene, draw: (drawing: Drawing) => AppPost): Promise<void> {
  const room = await ensureSetupRoom(scene.host, scene.user);
  await postAsApp(scene.host, room, draw({ appId: scene.host.app.id, t: scene.t }));
}
