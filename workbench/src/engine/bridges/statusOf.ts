import type { UserDocument } from '../../workspace/documents/UserDocument';

const STATUSES: Record<string, UserDocument['status']> = {
  online: 'online',
  away: 'away',
  busy: 'busy',
  offline: 'offline',
};

/** A presence as the workspace knows it. Throws for any other word. */
export function statusOf(status: string): UserDocument['status'] {
  const known = STATUSES[status];
  if (known === undefined) throw new Error(`There is no status "${status}"`);
  return known;
}
