import type { Database } from 'libsql';
import { atomically, Collection } from '../Collection';
import { createId } from '../createId';

export interface RecordAssociation {
  model: string;
  id: string;
}

export interface RecordDocument {
  _id: string;
  appId: string;
  associations: RecordAssociation[];
  data: object;
}

/** Apps' persistence. Every lookup uses an index; results are in the order of writing. */
export class RecordCollection extends Collection<RecordDocument> {
  constructor(db: Database) {
    super(db, 'records', { appId: (record) => record.appId, exactly: (record) => key(record.associations) }, [
      'appId, exactly',
    ]);
    db.exec(
      `CREATE TABLE IF NOT EXISTS record_associations (appId TEXT NOT NULL, model TEXT NOT NULL, id TEXT NOT NULL,
       recordId TEXT NOT NULL, PRIMARY KEY (appId, model, id, recordId)) WITHOUT ROWID;
       CREATE INDEX IF NOT EXISTS record_associations_record ON record_associations (recordId)`,
    );
  }

  create(appId: string, associations: RecordAssociation[], data: object): RecordDocument {
    const record = { _id: createId(), appId, associations, data };
    atomically(this.db, () => {
      this.put(record);
      for (const { model, id } of associations) {
        this.prepare('INSERT OR IGNORE INTO record_associations (appId, model, id, recordId) VALUES (?, ?, ?, ?)').run(
          appId,
          model,
          id,
          record._id,
        );
      }
    });
    return record;
  }

  /** Records that have all of these associations, and possibly others. */
  holdingAll(appId: string, associations: RecordAssociation[]): RecordDocument[] {
    if (associations.length === 0) return this.ofApp(appId);
    const each = associations
      .map(() => 'SELECT recordId FROM record_associations WHERE appId = ? AND model = ? AND id = ?')
      .join(' INTERSECT ');
    const values = associations.flatMap(({ model, id }) => [appId, model, id]);
    return this.where(`_id IN (${each}) ORDER BY rowid`, ...values);
  }

  /** The first record with exactly these associations, in this order. */
  withExactly(appId: string, associations: RecordAssociation[]): RecordDocument | undefined {
    return this.first('appId = ? AND exactly = ? ORDER BY rowid', appId, key(associations));
  }

  ofApp(appId: string): RecordDocument[] {
    return this.where('appId = ? ORDER BY rowid', appId);
  }

  override delete(id: string): boolean {
    // Both or none, as if the record were one document.
    return atomically(this.db, () => {
      this.prepare('DELETE FROM record_associations WHERE recordId = ?').run(id);
      return super.delete(id);
    });
  }

  purge(appId: string): void {
    atomically(this.db, () => {
      this.prepare('DELETE FROM record_associations WHERE appId = ?').run(appId);
      this.deleteWhere('appId = ?', appId);
    });
  }
}

function key(associations: RecordAssociation[]): string {
  return JSON.stringify(associations.map(({ model, id }) => [model, id]));
}
