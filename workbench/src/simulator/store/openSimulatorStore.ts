import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { openBlocks } from './blocks';
import { openConversations } from './conversations';
import { openCustomers } from './customers';
import { openDeliveries } from './deliveries';
import { openFaults } from './faults';
import { openJobs } from './jobs';
import { openMedia } from './media';
import { openMediaFiles } from './mediaFiles';
import { openMessages } from './messages';
import { openNumbers } from './numbers';
import { openRequests } from './requests';
import { openSettings } from './settings';
import type { SimulatorStore } from './SimulatorStore';
import { openTemplates } from './templates';

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
