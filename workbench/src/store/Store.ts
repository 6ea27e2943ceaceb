import type { AppCollection } from './collections/AppCollection';
import type { AppLogCollection } from './collections/AppLogCollection';
import type { ClockCollection } from './collections/ClockCollection';
import type { ContactCollection } from './collections/ContactCollection';
import type { DepartmentAgentCollection } from './collections/DepartmentAgentCollection';
import type { DepartmentCollection } from './collections/DepartmentCollection';
import type { InquiryCollection } from './collections/InquiryCollection';
import type { JobCollection } from './collections/JobCollection';
import type { LoginTokenCollection } from './collections/LoginTokenCollection';
import type { MessageCollection } from './collections/MessageCollection';
import type { RecordCollection } from './collections/RecordCollection';
import type { RoomCollection } from './collections/RoomCollection';
import type { SecretCollection } from './collections/SecretCollection';
import type { SettingCollection } from './collections/SettingCollection';
import type { SubscriptionCollection } from './collections/SubscriptionCollection';
import type { UploadCollection } from './collections/UploadCollection';
import type { UserCollection } from './collections/UserCollection';
import type { VisitorCollection } from './collections/VisitorCollection';

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
