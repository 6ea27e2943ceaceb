import mime from 'mime';
import { ANY_BYTES } from './ANY_BYTES';
import { bareMimeType } from './bareMimeType';

/**
 * What kind of file it is: the MIME type that WhatsApp tells, or, where that says nothing, the one that the ending of
 * the customer's file name stands for.
 */
export function typeOfFile(mimeType: string | undefined, filename = ''): string {
  const told = bareMimeType(mimeType);
  return told === '' || told === ANY_BYTES ? (mime.getType(filename) ?? ANY_BYTES) : told;
}
