import type { UserDocument } from '../../workspace/documents/UserDocument';
import { rolesOf, type Permission } from './permissions';

/** Whether one of the user's roles has this permission. */
export function hasPermission(user: UserDocument, permission: Permission): boolean {
  return user.roles.some((role) => rolesOf(permission).includes(role));
}
