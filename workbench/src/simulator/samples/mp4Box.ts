/** A box of an MP4 file: length, name, and its parts (numbers are 32-bit words). */
export function mp4Box(name: string, ...parts: (Buffer | number)[]): Buffer {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === 'number' ? word(part) : part)));
  return Buffer.concat([word(bytes.length + 8), Buffer.from(name, 'latin1'), bytes]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
