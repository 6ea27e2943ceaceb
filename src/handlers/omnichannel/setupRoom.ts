import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import * as v from 'valibot';
import type { Host } from '../core/Host';
import { isAdmin } from './roles';
import { listed } from '../core/text';
import { changeInstall } from '../core/records/install';

/** The name of the private channel in which admins connect numbers. */
const SETUP_ROOM_NAME = 'omnichannel-whatsapp-cloud-api-setup';

/** The setup channel, and whether it is new to this admin. */
interface SetupRoom {
  room: IRoom;
  isNew: boolean;
  /** Whether an earlier installation of the app left it. */
  isLeft: boolean;
}

/**
 * The setup channel with this admin in it. It is created again if it is gone. A renamed channel stays the same one, and
 * a channel of that name from an earlier installation is taken over.
 */
export async function ensureSetupRoom(host: Host, admin: IUser): Promise<SetupRoom> {
  const known = await findSetupRoom(host);
  const left = known ? undefined : await adoptSetupRoom(host);
  const room = known ?? left ?? (await createSetupRoom(host, admin));
  if (!known) {
    await changeInstall(host, { setupRoomId: room.id, installedBy: admin.id });
    host.memory.install.forget();
  }
  const isInvited = await inviteAdmin(host, room, admin);
  return { room, isNew: !known || isInvited, isLeft: left !== undefined };
}

async function adoptSetupRoom(host: Host): Promise<IRoom | undefined> {
  const room = await host.read.getRoomReader().getByName(SETUP_ROOM_NAME);
  return room && room.type === RoomType.PRIVATE_GROUP && !isArchived(room) ? room : undefined;
}

async function createSetupRoom(host: Host, admin: IUser): Promise<IRoom> {
  const taken = await host.read.getRoomReader().getByName(SETUP_ROOM_NAME);
  // An archived channel keeps its name, and names are unique, so the new one needs another name.
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

/** @returns whether they were added just now */
async function inviteAdmin(host: Host, room: IRoom, admin: IUser): Promise<boolean> {
  const members = listed(await host.read.getRoomReader().getMembers(room.id));
  if (members.some(({ id }) => id === admin.id)) {
    return false;
  }
  const updater = host.modify.getUpdater();
  const builder = await updater.room(room.id, await host.memory.appUser.get(host));
  await updater.finish(builder.addMemberToBeAddedByUsername(admin.username));
  return true;
}

/** The current setup channel; undefined when it was never created, was deleted or is archived. */
async function findSetupRoom(host: Host): Promise<IRoom | undefined> {
  const { setupRoomId } = await host.memory.install.get(host);
  const room = setupRoomId ? await host.read.getRoomReader().getById(setupRoomId) : undefined;
  return room && !isArchived(room) ? room : undefined;
}

/** The engine's type lacks it; servers pass it among the unmapped properties. */
const archivedSchema = v.union([
  v.object({ archived: v.literal(true) }),
  v.object({ isArchived: v.literal(true) }),
  v.object({ _unmappedProperties_: v.object({ archived: v.literal(true) }) }),
]);

/** Whether a room is archived, so that nobody can write in it. */
export function isArchived(room: IRoom): boolean {
  return v.is(archivedSchema, room);
}

/**
 * The setup channel, for messages to administrators. If it was deleted or archived, it is created again for the person
 * who last set up the app; undefined when that person is no longer an administrator, because nobody else is known.
 */
export async function roomForNews(host: Host): Promise<IRoom | undefined> {
  const known = await findSetupRoom(host);
  if (known) {
    return known;
  }
  const { installedBy } = await host.memory.install.get(host);
  const user = installedBy ? await host.read.getUserReader().getById(installedBy) : undefined;
  return user && isAdmin(user) ? (await ensureSetupRoom(host, user)).room : undefined;
}
