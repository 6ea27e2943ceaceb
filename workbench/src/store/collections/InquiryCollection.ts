import type { Database } from 'libsql';
import type { InquiryDocument } from '../../workspace/documents/InquiryDocument';
import { Collection } from '../Collection';

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
