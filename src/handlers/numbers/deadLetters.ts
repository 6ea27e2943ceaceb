import * as v from 'valibot';
import type { Host } from '../core/Host';
import { association, toRecord } from '../core/records/association';
import type { InboxEntry } from '../core/records/Entry';

const deadLetterSchema = v.object({
  kind: v.literal('undelivered'),
  /** The customers whose messages are in it, as admins read them. */
  customers: v.array(v.string()),
  /** Why the last attempt failed; technical. */
  reason: v.string(),
});

/** A webhook that could not be processed for days, for the doctor's report. */
type DeadLetter = v.InferOutput<typeof deadLetterSchema>;

/** Marks a stored webhook. The mark has the webhook's own id and minute, and is deleted with it. */
export async function storeDeadLetter(
  host: Host,
  { entry, minute, sender }: InboxEntry,
  facts: Omit<DeadLetter, 'kind'>,
): Promise<void> {
  await host.persistence.createWithAssociations(toRecord({ ...facts, kind: 'undelivered' }), [
    association('entry', entry),
    association('minute', minute),
    association('undelivered', sender),
  ]);
}

/** The dead letters of a number, oldest first. */
export async function findDeadLetters(host: Host, number: string): Promise<DeadLetter[]> {
  return readDeadLetters(await host.read.getPersistenceReader().readByAssociation(association('undelivered', number)));
}

/** The dead letters among records. */
export function readDeadLetters(records: readonly unknown[]): DeadLetter[] {
  return records.flatMap((record) => {
    const parsed = v.safeParse(deadLetterSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Removes the mark of a webhook that was processed in the end. Its record may have become a link, which stays. */
export async function removeDeadLetter(host: Host, { entry, sender }: InboxEntry): Promise<void> {
  await host.persistence.removeByAssociations([association('entry', entry), association('undelivered', sender)]);
}
