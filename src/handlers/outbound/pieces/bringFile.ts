import type { Buffer } from 'buffer';
import { createHash } from 'crypto';
import * as v from 'valibot';
import { DAY } from '../../core/durations';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import { file } from '../../core/records/entries';
import type { Connection } from '../../dialog360/Connection';
import { uploadMedia } from '../../dialog360/uploadMedia';
import { escapeMarkdown } from '../../whatsapp/markup/whatsAppToMarkdown';

/** Meta's errors for a media id that it does not know or cannot use. */
const BAD_MEDIA = new Set([100, 131008, 131009, 131052, 131053]);

/** A file of one of our numbers. */
interface OwnFile {
  /** The digits of the number. */
  number: string;
  mimeType: string;
  bytes: Buffer;
}

/**
 * Uploads a file to Meta, or reuses an earlier upload of the same file.
 *
 * @param file `name` is the name for people, `uploadName` the name for Meta
 * @returns Meta's id of it
 * @throws AppError with the sentence for the agent
 */
export async function bringFile(
  host: Host,
  connection: Connection,
  file: OwnFile & { name: string; uploadName: string },
): Promise<string> {
  const { number, mimeType, bytes, uploadName, name } = file;
  const key = uploadKey(number, { mimeType, bytes });
  const known = await findUploaded(host, key);
  if (known !== undefined) {
    return known;
  }
  const upload = { content: bytes, mimeType, fileName: uploadName };
  const mediaId = await uploadMedia(connection, upload).catch((error: unknown) => explain(error, name));
  await storeUploaded(host, key, mediaId);
  return mediaId;
}

/** The keys under which the content of a message holds the id of a file. */
const FILES = ['image', 'video', 'audio', 'document', 'sticker'];

const fileSchema = v.object({ id: v.string() });
const partsSchema = v.record(v.string(), v.unknown());

/** Meta's ids of all files in the content of a message, also in a header or in the cards of a carousel. */
export function mediaIdsOf(content: unknown): string[] {
  if (Array.isArray(content)) {
    return content.flatMap(mediaIdsOf);
  }
  const parts = v.is(partsSchema, content) ? Object.entries(content) : [];
  return parts.flatMap(([name, part]) =>
    FILES.includes(name) && v.is(fileSchema, part) ? [part.id] : mediaIdsOf(part),
  );
}

/**
 * Makes the next send upload files again that WhatsApp could not use, instead of reusing their bad ids. Never throws:
 * the failure of the message is reported in any case.
 *
 * @param media Meta's ids of the files that were sent
 */
export async function forgetBadFiles(host: Host, media: readonly string[], { code = 0 }: AppError): Promise<void> {
  try {
    for (const id of BAD_MEDIA.has(code) ? media : []) {
      await forgetUploaded(host, id);
    }
  } catch (failure) {
    host.logger.warn('A file that WhatsApp could not use may be sent once more as it is:', String(failure));
  }
}

/** Meta refuses a file with an English list of all types that it accepts. */
function explain(error: unknown, name: string): never {
  const isDisliked = error instanceof AppError && error.code !== undefined && BAD_MEDIA.has(error.code);
  throw isDisliked
    ? error.with({ key: 'errors:fileNotTaken', code: undefined, params: { name: escapeMarkdown(name) } })
    : error;
}

/** Meta keeps an upload for 30 days. This is less, because a waiting message needs the upload later. */
const LIFE = 29 * DAY;

const uploadedSchema = v.object({
  kind: v.literal('uploaded'),
  /** Meta's id of the file. */
  mediaId: v.string(),
  /** When it was uploaded, epoch milliseconds. */
  at: v.number(),
});

/**
 * Identifies the same file of the same number. @param number the digits of the number; uploads of other numbers cannot
 * be used
 */
function uploadKey(number: string, { mimeType, bytes }: { mimeType: string; bytes: Buffer }): string {
  return createHash('sha256').update(`${number} ${mimeType}\n`).update(bytes).digest('hex');
}

/** Meta's id of a file that was uploaded before and still exists: one round trip. */
async function findUploaded(host: Host, key: string): Promise<string | undefined> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('uploaded', key));
  const known = records.flatMap((record) => {
    const parsed = v.safeParse(uploadedSchema, record);
    return parsed.success && parsed.output.at > Date.now() - LIFE ? [parsed.output] : [];
  });
  return known.at(-1)?.mediaId;
}

/** Stores the id of an upload: one round trip. It is deleted with the records of its minute. */
async function storeUploaded(host: Host, key: string, mediaId: string): Promise<void> {
  const at = Date.now();
  const { minute } = file(at);
  await host.persistence.createWithAssociations(toRecord({ kind: 'uploaded', mediaId, at }), [
    association('uploaded', key),
    association('uploaded', mediaId),
    association('minute', minute),
  ]);
}

/** Deletes the id of an upload that Meta cannot use. @param mediaId Meta's id of it */
async function forgetUploaded(host: Host, mediaId: string): Promise<void> {
  await host.persistence.removeByAssociation(association('uploaded', mediaId));
}
