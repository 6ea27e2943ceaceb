import * as v from 'valibot';
import type { Host } from '../Host';
import { association } from './association';
import type { InboxEntry } from './Entry';
import { toRecord } from './toRecord';

const undeliveredSchema = v.object({
  kind: v.literal('undelivered'),
  /** Whose messages are in it, as admins read it. */
  customers: v.array(v.string()),
  /** Why the last try failed; technical. */
  reason: v.string(),
});

/** A webhook that could not be worked off for days, as the doctor finds it. */
export type Undelivered = v.InferOutput<typeof undeliveredSchema>;

/** Marks a stored webhook. The mark stands under the webhook's own id and minute, and goes with them. */
export async function markUndelivered(
  host: Host,
  { entry, minute, sender }: InboxEntry,
  facts: Omit<Undelivered, 'kind'>,
): Promise<void> {
  await host.persistence.createWithAssociations(toRecord({ ...facts, kind: 'undelivered' }), [
    association('entry', entry),
    association('minute', minute),
    association('undelivered', sender),
  ]);
}

/** The webhooks of a number that could not be worked off for days, oldest mark first. */
export async function findUndelivered(host: Host, number: string): Promise<Undelivered[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('undelivered', number));
  return records.flatMap((record) => {
    const parsed = v.safeParse(undeliveredSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
}

/** The webhook was worked off after all: its record may have become a link, which stays. */
export async function unmarkUndelivered(host: Host, { entry, sender }: InboxEntry): Promise<void> {
  await host.persistence.removeByAssociations([association('entry', entry), association('undelivered', sender)]);
}
