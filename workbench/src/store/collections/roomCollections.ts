import type { Database } from 'libsql';
import type { MessageDocument } from '../../workspace/documents/MessageDocument';
import type { RoomDocument } from '../../workspace/documents/RoomDocument';
import type { UploadDocument } from '../../workspace/documents/UploadDocument';
import { Collection } from '../Collection';

export class RoomCollection extends Collection<RoomDocument> {
  constructor(db: Database) {
    super(
      db,
      'rooms',
      {
        t: (room) => room.t,
        name: (room) => room.name,
        directKey: (room) => (room.t === 'd' ? [...(room.usernames ?? [])].sort().join(' ') : null),
        visitorToken: (room) => room.v?.token,
        agentId: (room) => room.servedBy?._id,
        departmentId: (room) => room.departmentId,
        open: (room) => (room.open ? 1 : 0),
        ts: (room) => room.ts.getTime(),
      },
      ['name', 'directKey', 'visitorToken, open', 'agentId, open', 't, open, ts', 't, ts'],
    );
  }
}

/** The membership of a user in a room. */
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

export class UploadCollection extends Collection<UploadDocument> {
  constructor(db: Database) {
    super(db, 'uploads', { rid: (upload) => upload.rid }, ['rid']);
    db.exec('CREATE TABLE IF NOT EXISTS upload_bytes (uploadId TEXT PRIMARY KEY, bytes BLOB NOT NULL)');
  }

  putBytes(uploadId: string, bytes: Buffer): void {
    this.prepare('INSERT OR REPLACE INTO upload_bytes (uploadId, bytes) VALUES (?, ?)').run(uploadId, bytes);
  }

  bytes(uploadId: string): Buffer | undefined {
    const row = this.prepare('SELECT bytes FROM upload_bytes WHERE uploadId = ?').get(uploadId);
    const bytes: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'bytes') : undefined;
    return bytes instanceof Uint8Array ? Buffer.from(bytes) : undefined;
  }

  override delete(id: string): boolean {
    this.prepare('DELETE FROM upload_bytes WHERE uploadId = ?').run(id);
    return super.delete(id);
  }
}
