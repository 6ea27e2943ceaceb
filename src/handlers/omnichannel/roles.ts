import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import * as v from 'valibot';
import type { Host } from '../core/Host';
import { isClosed } from './findOpenRoom';

/** Whether a user may connect, change and disconnect numbers. */
const roles = ['admin', 'livechat-manager'];

/** Whether a user may administer the app; asked at every step, because roles change and buttons stay. */
export function isAdmin(user: IUser): boolean {
  return user.roles.some((role) => roles.includes(role));
}

/** Roles that may write to customers. Monitors (`livechat-monitor`) only watch. */
export const AGENTS: readonly string[] = ['livechat-agent', 'livechat-manager', 'admin'];

/** Whether a user may send something to customers; a client may press any button anywhere. */
export function isAgent(user: IUser): boolean {
  return user.roles.some((role) => AGENTS.includes(role));
}

/**
 * Who may do something: administrators of the app, everybody who may write to customers, those who may send a template to a
 * whole list, or everybody who comes across it.
 */
export type Who = 'admin' | 'agent' | 'list-sender' | 'everybody';

const may: Record<Who, (host: Host, user: IUser) => boolean | Promise<boolean>> = {
  admin: (_, user) => isAdmin(user),
  agent: (_, user) => isAgent(user),
  'list-sender': mayBulk,
  everybody: () => true,
};

/** Whether a user is one of those who may do something. The tables of commands, buttons and journeys name them. */
export async function isAllowed(host: Host, who: Who, user: IUser): Promise<boolean> {
  return may[who](host, user);
}

/** The sentence for somebody who may not do something. */
export const refusals: Readonly<Record<Who, string>> = {
  admin: 'errors:notAllowed',
  agent: 'errors:notInConversation',
  'list-sender': 'bulk:notAllowed',
  everybody: 'errors:notAllowed',
};

/** Whether a user may send a template to a whole list: by the roles that the settings name. */
export async function mayBulk(host: Host, user: IUser): Promise<boolean> {
  const roles = await host.memory.settings.get('bulkRoles');
  return isAgent(user) && user.roles.some((role) => roles.includes(role));
}

/** A user as some hosts hand them over. */
type Roleless = Omit<IUser, 'roles'> & { roles?: string[] | null };

/**
 * A user with their roles, also from a host that hands users over without them: it is then asked for the whole user.
 * Where nobody tells the roles there are none: who installed the app may have lost theirs since.
 */
export async function withRoles(host: Host, user: Roleless): Promise<IUser> {
  const roles = user.roles ?? rolesOf(await host.read.getUserReader().getById(user.id));
  return { ...user, roles: roles ?? [] };
}

function rolesOf(user: Roleless | null | undefined): string[] | undefined {
  return user?.roles ?? undefined;
}

const servedSchema = v.object({ servedBy: v.object({ id: v.string() }) });

/** Members come as null where a user is gone. */
const memberSchema = v.object({ id: v.string() });

/**
 * Whether a user takes part in a conversation: it was given to them, or they joined it. Administrators and managers see
 * every conversation (Rocket.Chat's permission `view-livechat-rooms`). After it is closed nobody is a member any more, and
 * who served it stands on the room.
 */
export async function takesPart(host: Host, user: IUser, room: IRoom): Promise<boolean> {
  if (isAdmin(user) || (v.is(servedSchema, room) && room.servedBy.id === user.id)) {
    return true;
  }
  const members: readonly unknown[] = await host.read.getRoomReader().getMembers(room.id);
  return members.some((member) => v.is(memberSchema, member) && member.id === user.id);
}

/** Roles that see every conversation: those that have Rocket.Chat's permission `view-livechat-rooms` by default. */
const OVERSEERS = ['admin', 'livechat-manager', 'livechat-monitor'];

/**
 * Whether a user may see a conversation: they take part in it, they oversee all of them, or they are an agent and it waits
 * in the queue. Which department's queue an agent sees no app can ask.
 * Source: R83 `app/livechat/server/roomAccessValidator.compatibility.ts`, `authorization/server/constant/permissions.ts`
 */
export async function maySee(host: Host, user: IUser, room: IRoom): Promise<boolean> {
  const isQueued = !v.is(servedSchema, room) && !isClosed(room);
  return (
    user.roles.some((role) => OVERSEERS.includes(role)) ||
    (isQueued && isAgent(user)) ||
    (await takesPart(host, user, room))
  );
}
