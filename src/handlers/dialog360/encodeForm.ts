import { Buffer } from 'buffer';
import { randomUUID } from 'crypto';

interface FormFile {
  field: string;
  fileName: string;
  mimeType: string;
  content: Buffer;
}

/**
 * A `multipart/form-data` body: text fields, then one file. Names are escaped as browsers do (RFC 7578, WHATWG HTML), so
 * that no file name can end its own header.
 */
export function encodeForm(fields: Record<string, string>, file: FormFile): { content: Buffer; type: string } {
  const boundary = `form-${randomUUID()}`;
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"\r\n\r\n${value}\r\n`,
  );
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="${escape(file.field)}"; filename="${escape(file.fileName)}"\r\n` +
    `Content-Type: ${file.mimeType.replace(/[\r\n]/g, ' ')}\r\n\r\n`;
  return {
    content: Buffer.concat([Buffer.from(texts.join('') + head), file.content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

function escape(name: string): string {
  return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}
