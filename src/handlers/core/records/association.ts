import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { StoredRecord } from './recordKinds';

/** The associations by which a record can be found. Each kind has ids of its own, so that they never collide. */
export type AssociationKind =
  | 'install'
  | 'snapshot'
  | 'snapshots'
  | 'numbers'
  | 'number'
  | 'conversation'
  | 'opt-out'
  | 'awaited'
  | 'offer'
  | 'entry'
  | 'minute'
  | 'wamid'
  | 'heard'
  | 'about'
  | 'queue'
  | 'by-app'
  | 'line'
  | 'open'
  | 'room'
  | 'held'
  | 'kept'
  | 'windows'
  | 'untold'
  | 'undelivered'
  | 'templates'
  | 'template-job'
  | 'template-progress'
  | 'template-wish'
  | 'template-failures'
  | 'template-key'
  | 'template-batch'
  | 'template-batches'
  | 'template-queue'
  | 'template-queued'
  | 'template-piece'
  | 'template-pieces'
  | 'template-stamp'
  | 'template-uses'
  | 'journeys'
  | 'uploaded'
  | 'mediaFailures'
  | 'process'
  | 'warning';

/** The association of a record in the app's persistence. */
export function association(kind: AssociationKind, id = ''): RocketChatAssociationRecord {
  return new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, id ? `${kind}:${id}` : kind);
}

/**
 * The minute that a record belongs to. Associations of a stored record never change and nothing may scan a list that
 * grows with use, so the sweep and the purge walk over minutes instead.
 *
 * @param at epoch milliseconds
 */
export function minute(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

const recordSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));

/**
 * Prepares facts for the store by leaving out every `undefined`. Msgpack, which the engine sends them in, would turn it
 * into null, the store would keep that, and a schema in which the field is optional would then refuse the whole record.
 */
export function toRecord(facts: StoredRecord): StoredRecord {
  return { ...v.parse(recordSchema, JSON.stringify(facts)), kind: facts.kind };
}
