import type { IUser } from '@rocket.chat/apps-engine/definition/users';

/** A user of the workspace: an administrator, unless the test says otherwise. */
export function person(facts: Partial<IUser> = {}): IUser {
  return { id: 'admin-id', username: 'admin', name: 'Ada Admin', type: 'user', roles: ['admin'], ...facts } as IUser;
}
