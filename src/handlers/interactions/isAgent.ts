import type { IUser } from '@rocket.chat/apps-engine/definition/users';

/** Who may write to customers. */
const roles = ['livechat-agent', 'livechat-manager', 'livechat-monitor', 'admin'];

/** Whether a user may send something to customers; a client may press any button anywhere. */
export function isAgent(user: IUser): boolean {
  return user.roles.some((role) => roles.includes(role));
}
