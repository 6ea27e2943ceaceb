import type { Buffer } from 'buffer';

/** A customer's file that may pass, as it is to be stored. */
export interface CheckedFile {
  name: string;
  /** MIME type, without parameters. */
  type: string;
  /** Its bytes, in order. Whoever stores it may empty the list, so that they are not kept twice. */
  pieces: Buffer[];
  /** Bytes. */
  size: number;
}
