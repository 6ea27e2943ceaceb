import type { CustomerRecordKind } from '../../handlers/core/records/recordKinds';
import type { CustomerIdentity } from './customerIdentity';
import type { CustomerRecord } from './customerRecords';
import { theirItems } from './webhookItems';

type Show = (record: CustomerRecord, identity: CustomerIdentity) => object;

const whole: Show = (record) => record;

/** What of a record goes into the file: nothing about other customers, and no secret. */
const shown: Readonly<Record<CustomerRecordKind, Show>> = {
  inbox: (record, { ids }) => ({ ...record, body: theirItems(record.body, ids) }),
  conversation: ({ visitor: _token, ...record }) => record,
  'template-batch': ({ people = [], ...record }, { ids }) => ({
    ...record,
    people: people.filter(({ waId }) => ids.has(waId)),
  }),
  // A dead letter names all customers of its webhook, a form may name others.
  undelivered: ({ kind, reason }) => ({ kind, reason }),
  snapshot: ({ kind, flow, savedAt }) => ({ kind, flow, savedAt }),
  link: whole,
  note: whole,
  early: whole,
  outbox: whole,
  refusal: whole,
  report: whole,
  claim: whole,
  held: whole,
  kept: whole,
  untold: whole,
  unfetched: whole,
  'opt-out': whole,
  offer: whole,
  awaited: whole,
  'template-failure': whole,
};

/** Everything that is kept of a customer, as it is stored, for whoever asks what that is. */
export function exportOf(records: readonly CustomerRecord[], identity: CustomerIdentity): object {
  return {
    exportedAt: new Date().toISOString(),
    customer: [...identity.ids],
    records: records.map((record) => shown[record.kind](record, identity)),
  };
}
