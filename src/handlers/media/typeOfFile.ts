import mime from 'mime';
import { bareMimeType } from './bareMimeType';

/** The MIME type that says nothing about a file. */
export const ANY_BYTES = 'application/octet-stream';

/**
 * What kind of file it is: the MIME type that WhatsApp tells, or, where that says nothing, the one that the ending of
 * the customer's file name stands for.
 */
export function typeOfFile(mimeType: string | undefined, filename = ''): string {
  const told = bareMimeType(mimeType);
  return told === '' || told === ANY_BYTES ? (mime.getType(filename) ?? ANY_BYTES) : told;
}
