import type { Database } from 'libsql';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import { Collection } from '../Collection';

/** A user with what logging in needs, which never leaves the store's own readers. */
export type StoredUser = UserDocument & { passwordHash?: string };

export class UserCollection extends Collection<StoredUser> {
  constructor(db: Database) {
    super(
      db,
      'users',
      {
        username: (user) => user.username,
        email: (user) => user.emails?.[0]?.address,
        appId: (user) => user.appId,
        agent: (user) => (user.roles.includes('livechat-agent') ? 1 : 0),
      },
      ['username', 'email', 'appId', 'agent'],
    );
  }
}
