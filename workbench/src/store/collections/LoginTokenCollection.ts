import type { Database } from 'libsql';
import { Collection } from '../Collection';

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
