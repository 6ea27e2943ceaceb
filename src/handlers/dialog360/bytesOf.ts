import { Buffer } from 'buffer';

/**
 * The bytes of an answer's `content`, which a host hands over as a Buffer, as plain bytes, or as a text of which each
 * character is a byte.
 */
export function bytesOf(content: unknown): Buffer {
  if (content instanceof Uint8Array) {
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  }
  return Buffer.from(typeof content === 'string' ? content : '', 'binary');
}
