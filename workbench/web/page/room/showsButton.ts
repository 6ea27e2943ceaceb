import type { ActionButton } from '../../documents/Info';
import type { Room } from '../../documents/Room';
import type { User } from '../../documents/User';

const TYPES: Readonly<Record<Room['t'], string>> = {
  c: 'public_channel',
  p: 'private_channel',
  d: 'direct',
  l: 'livechat',
};

/**
 * Whether a button is shown to a user in a room, by its `when`. Permissions are not asked for: the workbench's server does not
 * tell them, so such a button is shown, and its handler has to check.
 */
export function showsButton({ when }: ActionButton, me: User | undefined, room: Room | undefined): boolean {
  const roles = new Set(me?.roles);
  const fitsRoom = !room || !when?.roomTypes || when.roomTypes.includes(TYPES[room.t]);
  const hasOne = !when?.hasOneRole || when.hasOneRole.some((role) => roles.has(role));
  const hasAll = !when?.hasAllRoles || when.hasAllRoles.every((role) => roles.has(role));
  return fitsRoom && hasOne && hasAll;
}
