import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { atomically } from './Collection';
import { AppCollection, AppLogCollection, JobCollection } from './collections/appCollections';
import {
  ContactCollection,
  DepartmentAgentCollection,
  DepartmentCollection,
  InquiryCollection,
  VisitorCollection,
} from './collections/livechatCollections';
import { RecordCollection } from './collections/RecordCollection';
import {
  MessageCollection,
  RoomCollection,
  SubscriptionCollection,
  UploadCollection,
} from './collections/roomCollections';
import {
  ClockCollection,
  LoginTokenCollection,
  SecretCollection,
  SettingCollection,
  UserCollection,
} from './collections/serverCollections';

/** The open database. Calls are synchronous; several processes may have the same file open. */
export interface Store {
  readonly apps: AppCollection;
  readonly appLogs: AppLogCollection;
  readonly clock: ClockCollection;
  readonly contacts: ContactCollection;
  readonly departmentAgents: DepartmentAgentCollection;
  readonly departments: DepartmentCollection;
  readonly inquiries: InquiryCollection;
  readonly jobs: JobCollection;
  readonly loginTokens: LoginTokenCollection;
  readonly messages: MessageCollection;
  readonly records: RecordCollection;
  readonly rooms: RoomCollection;
  readonly secrets: SecretCollection;
  readonly settings: SettingCollection;
  readonly subscriptions: SubscriptionCollection;
  readonly uploads: UploadCollection;
  readonly users: UserCollection;
  readonly visitors: VisitorCollection;

  /** All writes of `work` or none; other processes wait. Not for asynchronous work. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Raised when the stored format changes incompatibly. */
const SCHEMA_VERSION = 1;

/**
 * Opens the database, and creates it if it is new. Throws with the system's reason when the file cannot be written, and
 * when another version of the workbench wrote it.
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
