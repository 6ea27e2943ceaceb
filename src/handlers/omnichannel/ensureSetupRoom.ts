import { listed } from '../listed';
import { findSetupRoom } from './findSetupRoom';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../Host';
import { changeInstall } from '../records/install';
import { isArchived } from './isArchived';

/** The name of the private channel in which admins connect numbers. */
const SETUP_ROOM_NAME = 'omnichannel-whatsapp-cloud-api-setup';

/** The setup channel, and whether this admin did not know it until now. */
export interface SetupRoom {
  room: IRoom;
  isNew: boolean;
}

/**
 * The setup channel with this admin in it, made again when it is gone. A renamed channel is still the same one; a
 * channel of that name that an earlier installation left is taken over.
 */
export async function ensureSetupRoom(host: Host, admin: IUser): Promise<SetupRoom> {
  const known = await findSetupRoom(host);
  const room = known ?? (await adopt(host)) ?? (await create(host, admin));
  if (!known) {
    await changeInstall(host, { setupRoomId: room.id, installedBy: admin.id });
    host.memory.install.forget();
  }
  const isInvited = await invite(host, room, admin);
  return { room, isNew: !known || isInvited };
}

async function adopt(host: Host): Promise<IRoom | undefined> {
  const room = await host.read.getRoomReader().getByName(SETUP_ROOM_NAME);
  return room && room.type === RoomType.PRIVATE_GROUP && !isArchived(room) ? room : undefined;
}

async function create(host: Host, admin: IUser): Promise<IRoom> {
  const taken = await host.read.getRoomReader().getByName(SETUP_ROOM_NAME);
  // An archived channel keeps its name, and names are unique.
  const name = taken ? `${SETUP_ROOM_NAME}-${Date.now().toString(36)}` : SETUP_ROOM_NAME;
  const creator = host.modify.getCreator();
  const builder = creator
    .startRoom()
    .setType(RoomType.PRIVATE_GROUP)
    .setCreator(await host.memory.appUser.get(host))
    .setSlugifiedName(name)
    .setDisplayName(name)
    .setMembersToBeAddedByUsernames([admin.username]);
  const room = await host.read.getRoomReader().getById(await creator.finish(builder));
  if (!room) {
    throw new Error('Rocket.Chat did not make the setup channel');
  }
  return room;
}

/** @returns whether they were not in it before */
async function invite(host: Host, room: IRoom, admin: IUser): Promise<boolean> {
  const members = listed(await host.read.getRoomReader().getMembers(room.id));
  if (members.some(({ id }) => id === admin.id)) {
    return false;
  }
  const updater = host.modify.getUpdater();
  const builder = await updater.room(room.id, await host.memory.appUser.get(host));
  await updater.finish(builder.addMemberToBeAddedByUsername(admin.username));
  return true;
}
