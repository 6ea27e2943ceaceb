import { metaError } from '../../errors/metaError';
import type { MetaRefusal } from '../../errors/MetaRefusal';
import { textOf } from '../../json/textOf';
import { storeMedia } from '../../media/storeMedia';
import { uploadTypes } from '../../media/uploadTypes';
import { missing } from '../../messages/checks/missing';
import { wrongParam } from '../../messages/checks/wrongParam';
import type { Simulator } from '../../Simulator';
import type { ApiRequest } from '../ApiRequest';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

const MAX_BYTES = 100 * 1024 * 1024;

/** `POST /media`, multipart: `messaging_product=whatsapp`, `type=<mime>`, `file=@…` → `{id}` */
export const postMedia: Endpoint = (simulator, request) => {
  const refusal = uploadRefusal(simulator, request);
  if (refusal || !request.file) return metaError(refusal ?? missing('file'));
  const { file, body, number } = request;
  const { id } = storeMedia(simulator, {
    phoneNumber: number.phoneNumber,
    origin: 'uploaded',
    mimeType: textOf(body.type) ?? file.mimeType,
    filename: file.filename,
    bytes: file.bytes,
  });
  return ok({ id });
};

function uploadRefusal({ switches, limits, clock }: Simulator, request: ApiRequest): MetaRefusal | undefined {
  const { file, body, number } = request;
  const { uploadTypes: strictness, limits: limiting, mediaUploadsPerSecond } = switches.current();
  if (body.messaging_product !== 'whatsapp') return missing('messaging_product');
  if (!file) return missing('file');
  if (limiting === 'on' && !limits.uploads.take(number.phoneNumber, mediaUploadsPerSecond, clock.now())) {
    return { code: 4 };
  }
  // As it is written: Meta knows no capitals, no parameters and no other names of a type.
  const mimeType = [textOf(body.type) ?? file.mimeType, file.mimeType].find((type) => !uploadTypes.includes(type));
  if (strictness === 'strict' && mimeType !== undefined) {
    const list = uploadTypes.join(', ');
    return wrongParam(
      'file',
      `must be a file with one of the following types: ${list}. Received file of type '${mimeType}'.`,
    );
  }
  if (file.bytes.length === 0) return wrongParam('file', 'must not be empty.');
  if (file.bytes.length <= MAX_BYTES) return undefined;
  return {
    code: 131053,
    details: `File size too large: ${file.bytes.length} bytes, at most ${MAX_BYTES} are allowed.`,
  };
}
