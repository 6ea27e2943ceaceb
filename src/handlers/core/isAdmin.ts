import type { IUser } from '@rocket.chat/apps-engine/definition/users';

/** Whether a user may connect, change and disconnect numbers. */
const roles = ['admin', 'livechat-manager'];

/** Whether a user may administer the app; asked at every step, because roles change and buttons stay. */
export function isAdmin(user: IUser): boolean {
  return user.roles.some((role) => roles.includes(role));
}
