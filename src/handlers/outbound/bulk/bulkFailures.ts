import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, minute, toRecord } from '../../core/records/association';

const failureSchema = v.object({
  kind: v.literal('template-failure'),
  /** The digits of the person's phone. */
  waId: v.string(),
  /** The reason: the key of a sentence, and WhatsApp's code. */
  key: v.string(),
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  code: v.optional(v.number()),
});

/** A message to a person of a list that failed after WhatsApp took it, or after it had waited. */
export type LateFailure = Omit<v.InferOutput<typeof failureSchema>, 'kind'>;

/**
 * The name that `templateQueue` gives to the records of a list's batch, and that `sendTemplate` gives to the person's.
 */
const ABOUT = /^template list ([0-9a-f-]{36}) \d+$/;
const PIECE = /^to (\d+)$/;

/** The job and the person of a message that went to a list; undefined for every other message. */
export function personOfList({
  about,
  piece,
}: {
  about?: string;
  piece?: string;
}): { job: string; waId: string } | undefined {
  const job = ABOUT.exec(about ?? '')?.[1];
  const waId = PIECE.exec(piece ?? '')?.[1];
  return job === undefined || waId === undefined ? undefined : { job, waId };
}

/** Stores a failure for the result of its list. It is deleted with the records of its minute. */
export async function noteLateFailure(host: Host, job: string, failure: LateFailure): Promise<void> {
  await host.persistence.createWithAssociations(toRecord({ ...failure, kind: 'template-failure' }), [
    association('template-failures', job),
    association('minute', minute(Date.now())),
  ]);
}

/** The last failure of each person, by their phone: one round trip. */
export async function findLateFailures(host: Host, job: string): Promise<Map<string, LateFailure>> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('template-failures', job));
  return new Map(readLateFailures(records).map((failure) => [failure.waId, failure]));
}

/** The failures among records. */
export function readLateFailures(records: readonly unknown[]): LateFailure[] {
  return records.flatMap((record) => {
    const parsed = v.safeParse(failureSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
}
