import { fileTypeFromBuffer } from 'file-type';
import { lookup } from 'mime-types';

/** The MIME type of a file: what its name says, else what its content says, else `application/octet-stream`. */
export async function sniffType(bytes: Buffer, name: string): Promise<string> {
  const byName = lookup(name);
  if (byName) return byName;
  return (await fileTypeFromBuffer(bytes))?.mime ?? 'application/octet-stream';
}
