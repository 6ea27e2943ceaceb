/** A chunk of a RIFF file: name, length, bytes, padded to an even length. */
export function riffChunk(name: string, ...parts: Buffer[]): Buffer {
  const bytes = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), length, bytes, Buffer.alloc(bytes.length % 2)]);
}
