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
 * Tells the acting person something that nobody else sees, in the room where they act or else in the setup channel.
 * Somebody who is not an administrator is never added to that channel, so they are told nothing there.
 */
export async function sayToUser(scene: Scene, text: string): Promise<void> {
  const { host, user } = scene;
  const room = scene.room ?? (isAdmin(user) ? (await ensureSetupRoom(host, user)).room : undefined);
  if (room) {
    await notifyUser(host, { user, room }, { text });
  }
}

/** Posts a message of the bot in the setup channel, which is created again if it is gone. */
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
