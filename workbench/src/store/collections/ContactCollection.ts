import type { Database } from 'libsql';
import type { ContactDocument } from '../../workspace/documents/ContactDocument';
import { Collection } from '../Collection';

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
