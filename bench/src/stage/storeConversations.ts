import { join } from 'node:path';
import type { Store } from '../../../workbench/src/store/Store';
import { openStore } from '../../../workbench/src/store/Store';
import type { RecordDocument } from '../../../workbench/src/store/collections/RecordCollection';
import { readDocument, writeDocument } from '../../../workbench/src/store/readDocument';
import { customerNumber } from '../load/webhooks';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The conversations were had over so many minutes, ten days. */
const SPREAD = 14_400;

/** The number of conversations that are written at once. */
const AT_ONCE = 500;

/** Where copies begin: the customers before it have written themselves. */
export const FIRST_COPY = 1_000_000;

/**
 * Fills a workbench's store, while it does not run, with copies of a customer's conversation, everything that Rocket.Chat
 * and the app keep of it under other names, ids and numbers, as if so many customers had written once.
 *
 * @param folder the data folder
 * @param model digits of the customer to copy
 * @param from the number of the first copy, counted from 0
 * @param until the number behind the last copy
 */
export function storeConversations(folder: string, model: string, from: number, until: number): void {
  const store = openStore({ file: join(folder, 'workspace.sqlite') });
  try {
    const conversation = readConversation(store, model);
    for (let start = from; start < until; start += AT_ONCE) {
      store.transaction(() => {
        for (let n = start; n < Math.min(until, start + AT_ONCE); n += 1) {
          copyConversation(store, conversation, {
            digits: customerNumber(FIRST_COPY + n),
            sign: n.toString(36),
            age: DAY + (n % SPREAD) * MINUTE,
          });
        }
      });
    }
  } finally {
    store.close();
  }
}

/** All that is stored of one customer's conversation, as text. */
export interface StoredConversation {
  /** Digits. */
  customer: string;
  /** Values that must be unique for each conversation: ids, the visitor's token, WhatsApp's ids. */
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
function readConversation(store: Store, customer: string): StoredConversation {
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

/** The customer of the copy. */
export interface Copy {
  digits: string;
  /** Makes every id of the copy unique. */
  sign: string;
  /** Milliseconds by which it was had earlier: not all customers write in the same minute. */
  age: number;
}

/** A moment as the store writes it, and a minute as the app files by it. */
const TIMES = /(?<="\$date":)\d+|\d{4}-\d\d-\d\dT\d\d:\d\d(?!:)/g;

/** The collections whose documents are copied as they are. */
const collections = ['contacts', 'visitors', 'rooms', 'inquiries', 'subscriptions', 'messages'] as const;

/** Stores a conversation a second time, as another customer's. To be called in a transaction. */
function copyConversation(store: Store, conversation: StoredConversation, { digits, sign, age }: Copy): void {
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
