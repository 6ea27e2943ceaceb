import type { Database } from 'libsql';
import type { DepartmentAgentDocument, DepartmentDocument } from '../../workspace/documents/DepartmentDocument';
import type { InquiryDocument } from '../../workspace/documents/RoomDocument';
import type { ContactDocument, VisitorDocument } from '../../workspace/documents/VisitorDocument';
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
       CREATE INDEX IF NOT EXISTS visitor_external_ids_visitor ON visitor_external_ids (visitorId);
       CREATE TABLE IF NOT EXISTS visitor_phones (phone TEXT NOT NULL, visitorId TEXT NOT NULL,
       PRIMARY KEY (phone, visitorId)) WITHOUT ROWID;
       CREATE INDEX IF NOT EXISTS visitor_phones_visitor ON visitor_phones (visitorId)`,
    );
  }

  override put(visitor: VisitorDocument): VisitorDocument {
    super.put(visitor);
    this.prepare('DELETE FROM visitor_phones WHERE visitorId = ?').run(visitor._id);
    for (const { phoneNumber } of visitor.phone?.slice(1) ?? []) {
      this.prepare('INSERT OR IGNORE INTO visitor_phones (phone, visitorId) VALUES (?, ?)').run(
        phoneNumber,
        visitor._id,
      );
    }
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

  /** By any of their phones, as an exact string; the first one has a column, the others a table. */
  withPhone(phone: string): VisitorDocument | undefined {
    return this.first('phone = ? OR _id IN (SELECT visitorId FROM visitor_phones WHERE phone = ?)', phone, phone);
  }

  /** By an id of the outer channel, whichever app gave it. */
  withExternalId(entityId: string): VisitorDocument | undefined {
    return this.first('_id IN (SELECT visitorId FROM visitor_external_ids WHERE entityId = ?)', entityId);
  }
}

export class ContactCollection extends Collection<ContactDocument> {
  constructor(db: Database) {
    super(
      db,
      'contacts',
      {
        phone: (contact) => contact.phones?.[0]?.phoneNumber,
        email: (contact) => contact.emails?.[0]?.address,
        createdAt: (contact) => contact.createdAt.getTime(),
      },
      ['phone', 'email', 'createdAt'],
    );
  }
}

export class InquiryCollection extends Collection<InquiryDocument> {
  constructor(db: Database) {
    super(
      db,
      'inquiries',
      {
        rid: (inquiry) => inquiry.rid,
        status: (inquiry) => inquiry.status,
        department: (inquiry) => inquiry.department,
        ts: (inquiry) => inquiry.ts.getTime(),
      },
      ['rid', 'status, ts'],
    );
  }
}

export class DepartmentCollection extends Collection<DepartmentDocument> {
  constructor(db: Database) {
    super(db, 'departments', { name: (department) => department.name }, ['name']);
  }
}

export class DepartmentAgentCollection extends Collection<DepartmentAgentDocument> {
  constructor(db: Database) {
    super(db, 'department_agents', { departmentId: (agent) => agent.departmentId, agentId: (agent) => agent.agentId }, [
      'departmentId',
      'agentId',
    ]);
  }
}
