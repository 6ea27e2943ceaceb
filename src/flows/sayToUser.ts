import { drawingOf } from '../blocks/elements';
import type { Drawing } from '../blocks/elements';
import { lateNotice } from '../blocks/progress';
import { isAdmin } from '../handlers/omnichannel/roles';
import { notifyUser } from '../handlers/omnichannel/notifyUser';
import type { AppPost } from '../handlers/omnichannel/postAsApp';
import { postAsApp } from '../handlers/omnichannel/postAsApp';
import { ensureSetupRoom } from '../handlers/omnichannel/setupRoom';
import type { Scene } from './Flow';

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

/** The bot says something in the setup channel, which is made again where it is gone. */
export async function sayInSetupRoom(scene: Scene, draw: (drawing: Drawing) => AppPost): Promise<void> {
  const { room, isNew } = await ensureSetupRoom(scene.host, scene.user);
  await postAsApp(scene.host, room, draw(drawingOf(scene)));
  if (isNew && scene.room && scene.room.id !== room.id) {
    const text = scene.t('setup:channelIs', { channel: room.slugifiedName });
    await notifyUser(scene.host, { user: scene.user, room: scene.room }, { text });
  }
}

/** Posts the result of slow work of a view into the setup channel, with a button that opens the view again. */
export async function sayLate(scene: Scene, text: string): Promise<void> {
  await sayInSetupRoom(scene, (drawing) => ({
    text,
    blocks: lateNotice(drawing, { text, viewId: scene.stage }),
  }));
}
