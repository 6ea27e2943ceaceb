import type { Buffer } from 'buffer';
import type { Connection } from '../dialog360/Connection';
import { uploadMedia } from '../dialog360/uploadMedia';
import { AppError } from '../errors/AppError';
import type { Host } from '../Host';
import { findUploaded, forgetUploaded, storeUploaded, uploadKey } from '../records/uploaded';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';

/** What Meta answers where it does not know a media id, or cannot use what it stands for. */
const BAD_MEDIA = new Set([100, 131008, 131009, 131052, 131053]);

/** A file of one of our numbers. */
interface OwnFile {
  /** The digits of the number. */
  number: string;
  mimeType: string;
  bytes: Buffer;
}

/**
 * Brings a file to Meta, or takes the upload of the same file that is still there.
 *
 * @param file `name` is what people know it by, `uploadName` what Meta is told
 * @returns Meta's id of it
 * @throws AppError with what the agent is told
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

/** Whether it may be the file that WhatsApp could not take. */
export function isBadMedia({ code = 0 }: AppError): boolean {
  return BAD_MEDIA.has(code);
}

/** A file that was refused is uploaded anew the next time. */
export async function forgetRefused(host: Host, error: AppError, { number, ...file }: OwnFile): Promise<void> {
  if (isBadMedia(error)) {
    await forgetUploaded(host, uploadKey(number, file));
  }
}

/** Meta answers a file that it does not like with a list of all the types that it knows, in English. */
function explain(error: unknown, name: string): never {
  const isDisliked = error instanceof AppError && error.code !== undefined && BAD_MEDIA.has(error.code);
  throw isDisliked
    ? error.with({ key: 'errors:fileNotTaken', code: undefined, params: { name: escapeMarkdown(name) } })
    : error;
}
