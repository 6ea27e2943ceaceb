import type { Database } from 'libsql';
import { Collection } from '../Collection';

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
