import type { Database } from 'libsql';
import type { VisitorDocument } from '../../workspace/documents/VisitorDocument';
import { Collection } from '../Collection';

export class VisitorCollection extends Collection<VisitorDocument> {
  constructor(db: Database) {
    super(
      db,
      'visitors',
      {
        token: (visitor) => visitor.token,
        phone: (visitor) => visitor.phone?.[0]?.phoneNumber,
        email: (visitor) => visitor.visitorEmails?.[0]?.address,
      },
      ['token', 'phone', 'email'],
    );
    db.exec(
      `CREATE TABLE IF NOT EXISTS visitor_external_ids (entityId TEXT NOT NULL, visitorId TEXT NOT NULL,
       PRIMARY KEY (entityId, visitorId)) WITHOUT ROWID;
       CREATE INDEX IF NOT EXISTS visitor_external_ids_visitor ON visitor_external_ids (visitorId)`,
    );
  }

  override put(visitor: VisitorDocument): VisitorDocument {
    super.put(visitor);
    if (!visitor.externalIds) return visitor;
    this.prepare('DELETE FROM visitor_external_ids WHERE visitorId = ?').run(visitor._id);
    for (const { entityId } of visitor.externalIds) {
      this.prepare('INSERT OR IGNORE INTO visitor_external_ids (entityId, visitorId) VALUES (?, ?)').run(
        entityId,
        visitor._id,
      );
    }
    return visitor;
  }

  /** By an id of the outer channel, whichever app gave it. */
  withExternalId(entityId: string): VisitorDocument | undefined {
    return this.first('_id IN (SELECT visitorId FROM visitor_external_ids WHERE entityId = ?)', entityId);
  }
}
