import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../core/Host';

/** The direct messages between the app's bot and a user, begun when there are none. @throws when Rocket.Chat begins none */
export async function openDirectRoom(host: Host, user: IUser): Promise<IRoom> {
  const bot = await host.memory.appUser.get(host);
  const room = (await find(host, bot, user)) ?? (await host.read.getRoomReader().getById(await begin(host, bot, user)));
  if (!room) {
    throw new Error('Rocket.Chat began no direct messages');
  }
  return room;
}

/** There may be none, which the reader's type does not say. */
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
