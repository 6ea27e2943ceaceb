import type { UserDocument } from '../../workspace/documents/UserDocument';

/** Rocket.Chat's default roles for the permissions that the endpoints require. */
const ROLES_OF_PERMISSION = {
  'manage-apps': ['admin'],
  'view-all-settings': ['admin'],
  'edit-privileged-setting': ['admin'],
  'edit-message': ['admin'],
  'delete-message': ['admin'],
  'view-d-room': ['admin', 'user', 'bot', 'livechat-manager', 'livechat-agent'],
  'view-l-room': ['admin', 'livechat-manager', 'livechat-monitor', 'livechat-agent'],
  'view-livechat-rooms': ['admin', 'livechat-manager', 'livechat-monitor'],
  'view-livechat-departments': ['admin', 'livechat-manager', 'livechat-monitor'],
  'manage-livechat-departments': ['admin', 'livechat-manager'],
  'manage-livechat-agents': ['admin', 'livechat-manager'],
  'close-livechat-room': ['admin', 'livechat-manager', 'livechat-monitor', 'livechat-agent'],
  'close-others-livechat-room': ['admin', 'livechat-manager', 'livechat-monitor'],
  'transfer-livechat-guest': ['admin', 'livechat-manager', 'livechat-monitor', 'livechat-agent'],
  'view-livechat-contact': ['admin', 'livechat-manager', 'livechat-monitor', 'livechat-agent'],
  'create-livechat-contact': ['admin', 'livechat-manager', 'livechat-monitor', 'livechat-agent'],
  'outbound.send-messages': ['admin', 'livechat-manager', 'livechat-monitor', 'livechat-agent'],
  'outbound.can-assign-queues': ['admin', 'livechat-manager'],
  'outbound.can-assign-any-agent': ['admin', 'livechat-manager', 'livechat-monitor'],
  'outbound.can-assign-self-only': ['livechat-agent'],
} as const satisfies Record<string, readonly string[]>;

export type Permission = keyof typeof ROLES_OF_PERMISSION;

/** The roles that have a permission. */
function rolesOf(permission: Permission): readonly string[] {
  return ROLES_OF_PERMISSION[permission];
}

/** Whether one of the user's roles has this permission. */
export function hasPermission(user: UserDocument, permission: Permission): boolean {
  return user.roles.some((role) => rolesOf(permission).includes(role));
}
