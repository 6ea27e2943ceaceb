import type { Database } from 'libsql';
import { Collection } from '../Collection';

/** That a user is in a room. */
export interface SubscriptionDocument {
  _id: string;
  rid: string;
  uid: string;
  username: string;
  roles?: string[];
  /** Messages since this user looked at the room or wrote in it. */
  unread?: number;
  ts: Date;
}

export class SubscriptionCollection extends Collection<SubscriptionDocument> {
  constructor(db: Database) {
    super(
      db,
      'subscriptions',
      {
        rid: (subscription) => subscription.rid,
        uid: (subscription) => subscription.uid,
        ts: (subscription) => subscription.ts.getTime(),
      },
      ['rid, uid', 'uid'],
    );
  }
}
