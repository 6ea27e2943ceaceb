import type { Request, Response } from 'express';
import { extension, lookup } from 'mime-types';
import multer from 'multer';
import { HttpError } from '../HttpError';

/** More than any sensible limit in the workspace's settings, which decide. */
const HARD_LIMIT = 200_000_000;
const ANY_BYTES = 'application/octet-stream';

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: HARD_LIMIT, files: 1 } });

/** A posted file, and the text fields of its form. */
export interface ReceivedFile {
  bytes: Buffer;
  name: string;
  /** MIME type: the sender's, unless it is missing or only repeats the name's. */
  type: string;
  fields: unknown;
}

/** Reads a field, `file` by default, of a `multipart/form-data` body. @throws HttpError 400 `error-no-file` where there is none */
export async function receiveFile(request: Request, response: Response, field = 'file'): Promise<ReceivedFile> {
  const file = await new Promise<Express.Multer.File | undefined>((resolve, reject) => {
    upload.single(field)(request, response, (error: unknown) =>
      error instanceof Error ? reject(error) : resolve(request.file),
    );
  });
  if (!file) throw HttpError.failure('No file uploaded', 'error-no-file');
  // busboy reads names as latin1; browsers send UTF-8.
  const name = Buffer.from(file.originalname, 'latin1').toString('utf8');
  return { bytes: file.buffer, name, type: typeOf(file.mimetype, name), fields: request.body };
}

/** As in Rocket.Chat: a type with another extension than the name's counts, otherwise the name does. */
function typeOf(told: string, name: string): string {
  const ending = extension(told);
  const isOther = told !== ANY_BYTES && ending !== false && ending !== name.split('.').pop();
  return isOther ? told : lookup(name) || ANY_BYTES;
}
