import type { Buffer } from 'buffer';
import { createHash } from 'crypto';
import * as v from 'valibot';
import { DAY } from '../../core/durations';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import { file } from '../../core/records/entries';

/** Meta keeps an upload for 30 days; a message that is on its way for a while needs it too. */
const LIFE = 29 * DAY;

const uploadedSchema = v.object({
  kind: v.literal('uploaded'),
  /** Meta's id of the file. */
  mediaId: v.string(),
  /** When it was uploaded, epoch milliseconds. */
  at: v.number(),
});

/** Knows the same file of the same number again. @param number the digits of the number, which no other one's uploads serve */
export function uploadKey(number: string, { mimeType, bytes }: { mimeType: string; bytes: Buffer }): string {
  return createHash('sha256').update(`${number} ${mimeType}\n`).update(bytes).digest('hex');
}

/** Meta's id of a file that was uploaded before and is still there: one round trip. */
export async function findUploaded(host: Host, key: string): Promise<string | undefined> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('uploaded', key));
  const known = records.flatMap((record) => {
    const parsed = v.safeParse(uploadedSchema, record);
    return parsed.success && parsed.output.at > Date.now() - LIFE ? [parsed.output] : [];
  });
  return known.at(-1)?.mediaId;
}

/** Remembers an upload: one round trip. It is forgotten with the messages of its minute. */
export async function storeUploaded(host: Host, key: string, mediaId: string): Promise<void> {
  const at = Date.now();
  const { minute } = file(at);
  await host.persistence.createWithAssociations(toRecord({ kind: 'uploaded', mediaId, at }), [
    association('uploaded', key),
    association('uploaded', mediaId),
    association('minute', minute),
  ]);
}

/** Forgets an upload that Meta cannot use. @param mediaId Meta's id of it */
export async function forgetUploaded(host: Host, mediaId: string): Promise<void> {
  await host.persistence.removeByAssociation(association('uploaded', mediaId));
}
