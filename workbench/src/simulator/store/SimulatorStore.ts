import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { ConversationsCollection } from './conversations';
import { openConversations } from './conversations';
import type { BlocksCollection, CustomersCollection } from './customers';
import { openBlocks, openCustomers } from './customers';
import type { DeliveriesCollection } from './deliveries';
import { openDeliveries } from './deliveries';
import type { FaultsCollection } from './faults';
import { openFaults } from './faults';
import type { JobsCollection } from './jobs';
import { openJobs } from './jobs';
import type { MediaCollection, MediaFiles } from './media';
import { openMedia, openMediaFiles } from './media';
import type { MessagesCollection } from './messages';
import { openMessages } from './messages';
import type { NumbersCollection } from './numbers';
import { openNumbers } from './numbers';
import type { RequestsCollection } from './requests';
import { openRequests } from './requests';
import type { SettingsCollection } from './settings';
import { openSettings } from './settings';
import type { TemplatesCollection } from './templates';
import { openTemplates } from './templates';

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

/**
 * Opens the simulator's own database: a file in WAL mode (media beside it in `<file>.media/`), or memory.
 * @throws libsql's error when the file cannot be opened or is no database.
 */
export function openSimulatorStore(place: { file: string } | { memory: true }): SimulatorStore {
  const file = 'file' in place ? place.file : undefined;
  if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file ?? ':memory:');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  return {
    settings: openSettings(database),
    numbers: openNumbers(database),
    customers: openCustomers(database),
    conversations: openConversations(database),
    messages: openMessages(database),
    media: openMedia(database),
    mediaFiles: openMediaFiles(file === undefined ? undefined : `${file}.media`),
    templates: openTemplates(database),
    deliveries: openDeliveries(database),
    jobs: openJobs(database),
    faults: openFaults(database),
    requests: openRequests(database),
    blocks: openBlocks(database),
    transaction: (work) => (database.inTransaction ? work() : database.transaction(work)()),
    close: () => void database.close(),
  };
}
