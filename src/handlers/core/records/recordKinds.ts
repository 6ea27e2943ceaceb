import type { IPersistence } from '@rocket.chat/apps-engine/definition/accessors';

/**
 * Every kind of record that the app stores. The value says whom a record is about:
 *
 * - `customer`: one customer or several. `flows/forget` finds, shows and deletes what is about one of them; the compiler asks
 *   there for a row for each of these kinds.
 * - `business`: the business, its agents or the app itself, with nothing that names a customer.
 */
export const recordKinds = {
  inbox: 'customer',
  undelivered: 'customer',
  link: 'customer',
  note: 'customer',
  early: 'customer',
  outbox: 'customer',
  refusal: 'customer',
  report: 'customer',
  claim: 'customer',
  held: 'customer',
  kept: 'customer',
  untold: 'customer',
  unfetched: 'customer',
  conversation: 'customer',
  'opt-out': 'customer',
  offer: 'customer',
  awaited: 'customer',
  'template-batch': 'customer',
  'template-failure': 'customer',
  snapshot: 'customer',
  'template-job': 'business',
  'template-progress': 'business',
  'template-wish': 'business',
  'template-queued': 'business',
  'template-uses': 'business',
  templates: 'business',
  'template-piece': 'business',
  'template-stamp': 'business',
  uploaded: 'business',
  room: 'business',
  process: 'business',
  number: 'business',
  install: 'business',
  'media-failures': 'business',
  windows: 'business',
  warning: 'business',
} as const satisfies Record<string, 'customer' | 'business'>;

export type RecordKind = keyof typeof recordKinds;

/** The kinds that are about customers. */
export type CustomerRecordKind = {
  [Kind in RecordKind]: (typeof recordKinds)[Kind] extends 'customer' ? Kind : never;
}[RecordKind];

/** A record as it is stored; `toRecord` makes it. */
export interface StoredRecord {
  kind: RecordKind;
  [fact: string]: unknown;
}

/** The app's store. It accepts only records of the kinds that are listed above. */
export interface RecordStore extends IPersistence {
  createWithAssociations(
    data: StoredRecord,
    associations: Parameters<IPersistence['createWithAssociations']>[1],
  ): Promise<string>;
  updateByAssociations(
    associations: Parameters<IPersistence['updateByAssociations']>[0],
    data: StoredRecord,
    upsert?: boolean,
  ): Promise<string>;
}
