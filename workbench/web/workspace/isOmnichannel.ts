import type { User } from '../documents/User';

const ROLES = new Set(['admin', 'livechat-manager', 'livechat-monitor', 'livechat-agent']);

/** Whether a user has to do with customers' conversations. */
export function isOmnichannel(user: User): boolean {
  return user.roles.some((role) => ROLES.has(role));
}
