import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../Host';

/** A user as some hosts hand them over. */
type Roleless = Omit<IUser, 'roles'> & { roles?: string[] | null };

/**
 * A user with their roles, also from a host that hands users over without them: it is then asked for the whole user. Of
 * one whose roles nobody tells, only that they installed the app is known, which takes an administrator.
 */
export async function withRoles(host: Host, user: Roleless): Promise<IUser> {
  const roles = user.roles ?? rolesOf(await host.read.getUserReader().getById(user.id));
  return { ...user, roles: roles ?? (await rolesByInstalling(host, user)) };
}

function rolesOf(user: Roleless | null | undefined): string[] | undefined {
  return user?.roles ?? undefined;
}

async function rolesByInstalling(host: Host, { id }: Roleless): Promise<string[]> {
  const { installedBy } = await host.memory.install.get(host);
  return installedBy === id ? ['admin'] : [];
}
