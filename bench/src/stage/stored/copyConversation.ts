import type { RecordDocument } from '../../../../workbench/src/store/collections/RecordCollection';
import { readDocument } from '../../../../workbench/src/store/readDocument';
import type { Store } from '../../../../workbench/src/store/Store';
import type { StoredConversation } from './readConversation';

/** Whose conversation the copy is. */
export interface Copy {
  digits: string;
  /** What makes every id of the copy another one. */
  sign: string;
  /** Milliseconds by which it was had earlier: not all customers write in the same minute. */
  age: number;
}

/** A moment as the store writes it, and a minute as the app files by it. */
const TIMES = /(?<="\$date":)\d+|\d{4}-\d\d-\d\dT\d\d:\d\d(?!:)/g;

/** The collections whose documents are copied as they are. */
const collections = ['contacts', 'visitors', 'rooms', 'inquiries', 'subscriptions', 'messages'] as const;

/** Stores a conversation a second time, as another customer's. To be called in a transaction. */
export function copyConversation(store: Store, conversation: StoredConversation, { digits, sign, age }: Copy): void {
  const others = new RegExp([conversation.customer, ...conversation.ids].map(escape).join('|'), 'g');
  const earlier = (time: string) =>
    time.includes('T') ? new Date(Date.parse(`${time}Z`) - age).toISOString().slice(0, 16) : String(Number(time) - age);
  const copied = (text: string) =>
    text.replace(TIMES, earlier).replace(others, (id) => (id === conversation.customer ? digits : id + sign));
  for (const name of collections) {
    for (const text of conversation[name]) {
      store[name].put(readDocument(copied(text)));
    }
  }
  for (const text of conversation.records) {
    const { appId, associations, data } = readDocument<RecordDocument>(copied(text));
    store.records.create(appId, associations, data);
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
