import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

/** The keys by which a record can be found. Every kind has its own ids, so that they never collide. */
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
