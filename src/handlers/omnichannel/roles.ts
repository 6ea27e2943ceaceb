import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import * as v from 'valibot';
import type { Host } from '../core/Host';
import { isClosed } from './findOpenRoom';

/** Whether a user may connect, change and disconnect numbers. */
const roles = ['admin', 'livechat-manager'];

/** Whether a user may administer the app. It is checked at every step, because roles change while buttons stay. */
export function isAdmin(user: IUser): boolean {
  return user.roles.some((role) => roles.includes(role));
}

/** Roles that may write to customers. Monitors (`livechat-monitor`) only watch. */
export const AGENTS: readonly string[] = ['livechat-agent', 'livechat-manager', 'admin'];

/** Whether a user may send messages to customers. A client may press any button anywhere. */
export function isAgent(user: IUser): boolean {
  return user.roles.some((role) => AGENTS.includes(role));
}

/**
 * Who may do something: administrators of the app, users who may write to customers, users who may send a template to a
 * whole list, or everybody.
 */
export type Who = 'admin' | 'agent' | 'list-sender' | 'everybody';

const may: Record<Who, (host: Host, user: IUser) => boolean | Promise<boolean>> = {
  admin: (_, user) => isAdmin(user),
  agent: (_, user) => isAgent(user),
  'list-sender': mayBulk,
  everybody: () => true,
};

/** Whether a user belongs to a group of `Who`. The tables of commands, buttons and journeys name the group. */
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

/** Whether a user has one of the roles that may send a template to a whole list (settings). */
export async function mayBulk(host: Host, user: IUser): Promise<boolean> {
  const roles = await host.memory.settings.get('bulkRoles');
  return isAgent(user) && user.roles.some((role) => roles.includes(role));
}

/** A user as some hosts pass them. */
type Roleless = Omit<IUser, 'roles'> & { roles?: string[] | null };

/**
 * A user with their roles. If the host passes a user without roles, the whole user is read. Without any information the
 * user has no roles: even the person who installed the app may have lost theirs.
 */
export async function withRoles(host: Host, user: Roleless): Promise<IUser> {
  const roles = user.roles ?? rolesOf(await host.read.getUserReader().getById(user.id));
  return { ...user, roles: roles ?? [] };
}

function rolesOf(user: Roleless | null | undefined): string[] | undefined {
  return user?.roles ?? undefined;
}

const servedSchema = v.object({ servedBy: v.object({ id: v.string() }) });

/** A member is null when the user no longer exists. */
const memberSchema = v.object({ id: v.string() });

/**
 * Whether a user takes part in a conversation: it was assigned to them, or they joined it. Administrators and managers
 * see every conversation (Rocket.Chat's permission `view-livechat-rooms`). A closed conversation has no members, so its
 * room's `servedBy` counts.
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
 * Whether a user may see a conversation: they take part in it, they oversee all conversations, or they are an agent and
 * it waits in the queue. An app cannot find out which department's queue an agent sees. Source: R83
 * `app/livechat/server/roomAccessValidator.compatibility.ts`, `authorization/server/constant/permissions.ts`
 */
export async function maySee(host: Host, user: IUser, room: IRoom): Promise<boolean> {
  const isQueued = !v.is(servedSchema, room) && !isClosed(room);
  return (
    user.roles.some((role) => OVERSEERS.includes(role)) ||
    (isQueued && isAgent(user)) ||
    (await takesPart(host, user, room))
  );
}
