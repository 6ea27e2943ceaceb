import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Buffer } from 'buffer';
import { AppError } from '../core/errors/AppError';
import { reasonOf } from '../core/errors/describeError';
import type { Host } from '../core/Host';
import { readUploadRefusal } from './files/storeByEngine';

/** A message that only one user sees. */
interface Ephemeral {
  text: string;
  blocks?: LayoutBlock[];
  /** A message with the same id replaces the earlier one, as long as their client is open. */
  id?: string;
  /** Its time in the room, epoch milliseconds; the default is now. */
  at?: number;
}

/** Shows a message to this user alone, in this room, until they reload the page: one round trip. */
export async function notifyUser(
  host: Host,
  { user, room }: { user: IUser; room: IRoom },
  { text, blocks, id, at }: Ephemeral,
): Promise<void> {
  const notifier = host.modify.getNotifier();
  // With a sender, because the engine needs one.
  const sender = await host.memory.appUser.get(host);
  const builder = notifier.getMessageBuilder().setRoom(room).setSender(sender).setText(text);
  if (blocks) {
    builder.setBlocks(blocks);
  }
  const own = { ...(id === undefined ? {} : { id }), ...(at === undefined ? {} : { createdAt: new Date(at) }) };
  await notifier.notifyUser(user, { ...builder.getMessage(), ...own });
}

/**
 * Does the same when only the ids of the user and the room are known. The server reads nothing but the ids
 * (R83 `app/apps/server/bridges/messages.ts`, `converters/messages.js`).
 */
export async function notifyByIds(
  host: Host,
  { userId, roomId }: { userId: string; roomId: string },
  post: Ephemeral,
): Promise<void> {
  const creator = await host.memory.appUser.get(host);
  const room = { id: roomId, slugifiedName: '', type: RoomType.LIVE_CHAT, creator, usernames: [] };
  await notifyUser(host, { user: { ...creator, id: userId }, room }, post);
}

/**
 * The direct messages between the app's bot and a user, created if there are none. @throws when Rocket.Chat creates
 * none
 */
export async function openDirectRoom(host: Host, user: IUser): Promise<IRoom> {
  const bot = await host.memory.appUser.get(host);
  const room = (await find(host, bot, user)) ?? (await host.read.getRoomReader().getById(await begin(host, bot, user)));
  if (!room) {
    throw new Error('Rocket.Chat began no direct messages');
  }
  return room;
}

/**
 * Sends a user a file in the direct messages between the app and them, where nobody else sees it.
 *
 * @throws AppError with Rocket.Chat's reason for refusing the file
 */
export async function sendPrivateFile(
  host: Host,
  to: IUser,
  { bytes, filename }: { bytes: Buffer; filename: string },
): Promise<void> {
  const room = await openDirectRoom(host, to);
  const user = await host.memory.appUser.get(host);
  try {
    await host.modify.getCreator().getUploadCreator().uploadBuffer(bytes, { filename, room, user });
  } catch (error) {
    const refusal = readUploadRefusal(error) ?? { key: 'media:notStored', params: { details: reasonOf(error) } };
    throw new AppError({ kind: 'refused', retry: 'no', ...refusal, cause: error });
  }
}

/** The result may be missing, although its type does not say so. */
async function find(host: Host, bot: IUser, user: IUser): Promise<IRoom | undefined> {
  return host.read.getRoomReader().getDirectByUsernames([bot.username, user.username]);
}

async function begin(host: Host, bot: IUser, user: IUser): Promise<string> {
  const creator = host.modify.getCreator();
  const builder = creator
    .startRoom()
    .setType(RoomType.DIRECT_MESSAGE)
    .setCreator(bot)
    .setMembersToBeAddedByUsernames([user.username]);
  return creator.finish(builder);
}
