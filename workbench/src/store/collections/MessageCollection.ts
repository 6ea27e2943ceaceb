import type { Database } from 'libsql';
import type { MessageDocument } from '../../workspace/documents/MessageDocument';
import { Collection } from '../Collection';

export class MessageCollection extends Collection<MessageDocument> {
  constructor(db: Database) {
    super(
      db,
      'messages',
      {
        rid: (message) => message.rid,
        ts: (message) => message.ts.getTime(),
        tmid: (message) => message.tmid,
      },
      ['rid, ts', 'tmid, ts'],
    );
  }
}
