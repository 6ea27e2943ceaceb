import type { RecordDocument } from '../../../../workbench/src/store/collections/RecordCollection';
import type { Store } from '../../../../workbench/src/store/Store';
import { writeDocument } from '../../../../workbench/src/store/writeDocument';

/** All that is stored of one customer's conversation, as text. */
export interface StoredConversation {
  /** Digits. */
  customer: string;
  /** What no other conversation may share: ids, the visitor's token, WhatsApp's ids. */
  ids: string[];
  contacts: string[];
  visitors: string[];
  rooms: string[];
  inquiries: string[];
  subscriptions: string[];
  messages: string[];
  records: string[];
}

/** Reads a customer's conversation out of the store. @throws Error when they have none */
export function readConversation(store: Store, customer: string): StoredConversation {
  const [visitor] = store.visitors.where('phone = ?', `+${customer}`);
  const [room] = visitor ? store.rooms.where('visitorToken = ?', visitor.token) : [];
  if (!visitor || !room) throw new Error(`The customer ${customer} has no conversation`);
  const inRoom = {
    inquiries: store.inquiries.where('rid = ?', room._id),
    subscriptions: store.subscriptions.where('rid = ?', room._id),
    messages: store.messages.where('rid = ?', room._id),
  };
  const records = store.records.where('document LIKE ?', `%${customer}%`);
  const contacts = store.contacts.where('phone = ?', `+${customer}`);
  const documents = [visitor, room, ...contacts, ...records, ...Object.values(inRoom).flat()];
  return {
    customer,
    ids: [...documents.map(({ _id }) => _id), visitor.token, ...records.flatMap(idsOf)],
    contacts: contacts.map(writeDocument),
    visitors: [writeDocument(visitor)],
    rooms: [writeDocument(room)],
    inquiries: inRoom.inquiries.map(writeDocument),
    subscriptions: inRoom.subscriptions.map(writeDocument),
    messages: inRoom.messages.map(writeDocument),
    records: records.map(writeDocument),
  };
}

/** The ids of the app's own that a record has. */
function idsOf({ data }: RecordDocument): string[] {
  const ids = ['entry', 'wamid'].map((name): unknown => Reflect.get(data, name));
  return ids.filter((id): id is string => typeof id === 'string');
}
