import type { BlocksCollection } from './blocks';
import type { ConversationsCollection } from './conversations';
import type { CustomersCollection } from './customers';
import type { DeliveriesCollection } from './deliveries';
import type { FaultsCollection } from './faults';
import type { JobsCollection } from './jobs';
import type { MediaCollection } from './media';
import type { MediaFiles } from './mediaFiles';
import type { MessagesCollection } from './messages';
import type { NumbersCollection } from './numbers';
import type { RequestsCollection } from './requests';
import type { SettingsCollection } from './settings';
import type { TemplatesCollection } from './templates';

/** Everything the simulator remembers. */
export interface SimulatorStore {
  settings: SettingsCollection;
  numbers: NumbersCollection;
  customers: CustomersCollection;
  conversations: ConversationsCollection;
  messages: MessagesCollection;
  media: MediaCollection;
  mediaFiles: MediaFiles;
  templates: TemplatesCollection;
  deliveries: DeliveriesCollection;
  jobs: JobsCollection;
  faults: FaultsCollection;
  requests: RequestsCollection;
  blocks: BlocksCollection;
  /** All or nothing; nested calls join the outer transaction. */
  transaction<T>(work: () => T): T;
  close(): void;
}
