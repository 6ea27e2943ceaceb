import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../Host';

/** The direct messages between the app's bot and a user, begun when there are none. @throws when Rocket.Chat begins none */
export async function openDirectRoom(host: Host, user: IUser): Promise<IRoom> {
  const bot = await host.memory.appUser.get(host);
  const known = await host.read.getRoomReader().getDirectByUsernames([bot.username, user.username]);
  if (known) {
    return known;
  }
  const creator = host.modify.getCreator();
  const builder = creator
    .startRoom()
    .setType(RoomType.DIRECT_MESSAGE)
    .setCreator(bot)
    .setMembersToBeAddedByUsernames([user.username]);
  const room = await host.read.getRoomReader().getById(await creator.finish(builder));
  if (!room) {
    throw new Error('Rocket.Chat began no direct messages');
  }
  return room;
}
