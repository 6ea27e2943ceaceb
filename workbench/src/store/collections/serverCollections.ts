import type { Database } from 'libsql';
import type { SettingDocument } from '../../workspace/documents/SettingDocument';
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

/** A login token, as the hash of what the client holds. */
export interface LoginTokenDocument {
  _id: string;
  userId: string;
  when: Date;
}

export class LoginTokenCollection extends Collection<LoginTokenDocument> {
  constructor(db: Database) {
    super(db, 'login_tokens', { userId: (token) => token.userId }, ['userId']);
  }
}

export class SettingCollection extends Collection<SettingDocument> {
  constructor(db: Database) {
    super(db, 'settings', {});
  }
}

/** Keys of the workspace itself: what apps are signed with. */
export interface SecretDocument {
  _id: 'federation-keys';
  privateKey: string;
  publicKey: string;
}

export class SecretCollection extends Collection<SecretDocument> {
  constructor(db: Database) {
    super(db, 'secrets', {});
  }
}

/** How far the workbench's clock was moved ahead of the machine's, in milliseconds. */
export interface ClockDocument {
  _id: 'journey';
  offset: number;
}

export class ClockCollection extends Collection<ClockDocument> {
  constructor(db: Database) {
    super(db, 'clock', {});
  }

  /** Zero until somebody has travelled. */
  read(): number {
    return this.get('journey')?.offset ?? 0;
  }

  write(offset: number): void {
    this.put({ _id: 'journey', offset });
  }
}
