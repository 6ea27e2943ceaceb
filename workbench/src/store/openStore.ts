import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { atomically } from './atomically';
import { AppCollection } from './collections/AppCollection';
import { AppLogCollection } from './collections/AppLogCollection';
import { ClockCollection } from './collections/ClockCollection';
import { ContactCollection } from './collections/ContactCollection';
import { DepartmentAgentCollection } from './collections/DepartmentAgentCollection';
import { DepartmentCollection } from './collections/DepartmentCollection';
import { InquiryCollection } from './collections/InquiryCollection';
import { JobCollection } from './collections/JobCollection';
import { LoginTokenCollection } from './collections/LoginTokenCollection';
import { MessageCollection } from './collections/MessageCollection';
import { RecordCollection } from './collections/RecordCollection';
import { RoomCollection } from './collections/RoomCollection';
import { SecretCollection } from './collections/SecretCollection';
import { SettingCollection } from './collections/SettingCollection';
import { SubscriptionCollection } from './collections/SubscriptionCollection';
import { UploadCollection } from './collections/UploadCollection';
import { UserCollection } from './collections/UserCollection';
import { VisitorCollection } from './collections/VisitorCollection';
import type { Store } from './Store';

/** Raised when what is written changes in a way that older data does not fit. */
const SCHEMA_VERSION = 1;

/**
 * Opens (and when new, makes) the database. Throws with the system's reason when the file cannot be written, and when
 * it was written by another version of the workbench.
 */
export function openStore(place: { file: string } | { memory: true }): Store {
  if ('file' in place) mkdirSync(dirname(place.file), { recursive: true });
  const db = new Database('file' in place ? place.file : ':memory:');
  // Two processes may share the file: readers never wait (WAL), writers wait for each other.
  db.exec('PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  checkVersion(db);
  return {
    apps: new AppCollection(db),
    appLogs: new AppLogCollection(db),
    clock: new ClockCollection(db),
    contacts: new ContactCollection(db),
    departmentAgents: new DepartmentAgentCollection(db),
    departments: new DepartmentCollection(db),
    inquiries: new InquiryCollection(db),
    jobs: new JobCollection(db),
    loginTokens: new LoginTokenCollection(db),
    messages: new MessageCollection(db),
    records: new RecordCollection(db),
    rooms: new RoomCollection(db),
    secrets: new SecretCollection(db),
    settings: new SettingCollection(db),
    subscriptions: new SubscriptionCollection(db),
    uploads: new UploadCollection(db),
    users: new UserCollection(db),
    visitors: new VisitorCollection(db),
    transaction: (work) => atomically(db, work),
    close: () => void db.close(),
  };
}

function checkVersion(db: Database.Database): void {
  const row: unknown = db.prepare('PRAGMA user_version').get();
  const version: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'user_version') : undefined;
  if (version === 0) db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  else if (version !== SCHEMA_VERSION) {
    throw new Error(`This data was written by another version of the workbench (${String(version)})`);
  }
}
