import type { Database } from 'libsql';
import type { RoomDocument } from '../../workspace/documents/RoomDocument';
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
