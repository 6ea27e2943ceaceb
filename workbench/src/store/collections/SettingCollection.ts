import type { Database } from 'libsql';
import type { SettingDocument } from '../../workspace/documents/SettingDocument';
import { Collection } from '../Collection';

export class SettingCollection extends Collection<SettingDocument> {
  constructor(db: Database) {
    super(db, 'settings', {});
  }
}
