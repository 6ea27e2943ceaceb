import type { MetaRefusal } from '../../errors/metaError';
import { metaError, objectMissing } from '../../errors/metaError';
import { textOf } from '../../json';
import { mediaHash, mediaUrl, storeMedia } from '../../media/storeMedia';
import { withMediaBlock } from '../../media/withMediaBlock';
import { missing, wrongParam } from '../../messages/checks';
import type { Simulator } from '../../Simulator';
import type { MediaRecord } from '../../store/media';
import type { NumberRecord } from '../../store/numbers';
import type { Answer } from '../Answer';
import { ok } from '../Answer';
import { blockedPath } from '../blockedPath';
import type { ApiRequest, Endpoint } from '../Endpoint';

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
  // Compared literally: Meta accepts no capitals, parameters or other names of a type.
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

/** `GET /{media-id}`: a fresh URL for five minutes, and what is known about the file (`sha256` in hex). */
export const getMedia: Endpoint = (simulator, { number, params: { id = '' } }) => {
  if (!isMediaId(id)) return blockedPath(simulator, `/${id}`);
  return withMediaBlock(simulator, number, () => {
    const media = ownMedia(simulator, number, id);
    if (!media) return metaError(objectMissing('get', id));
    return ok({
      url: mediaUrl(simulator, id),
      mime_type: media.mimeType,
      sha256: media.sha256,
      file_size: media.size,
      id,
      messaging_product: 'whatsapp',
    });
  });
};

const notFound: Answer = { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, text: 'Not Found' };

/** `GET /whatsapp_business/attachments/?mid&ext&hash`: the bytes, or the piece of them that is asked for, while the signed URL is good. */
export const downloadMedia: Endpoint = (simulator, { number, query, range }) =>
  withMediaBlock(simulator, number, () => {
    const { mid = '', ext = '', hash } = query;
    const isSigned = hash === mediaHash(simulator, mid, ext);
    const isExpired = Number(ext) * 1000 < simulator.clock.now();
    const media = ownMedia(simulator, number, mid);
    const bytes = media && simulator.store.mediaFiles.read(mid);
    if (!isSigned || isExpired || !bytes) return notFound;
    const piece = simulator.switches.current().mediaRanges === 'on' ? range : undefined;
    return {
      status: piece ? 206 : 200,
      headers: {
        'Content-Type': media.mimeType,
        ...(piece && {
          'Content-Range': `bytes ${piece.first}-${Math.min(piece.last, bytes.length - 1)}/${bytes.length}`,
        }),
        ...(media.filename !== undefined && {
          'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(media.filename)}`,
        }),
      },
      bytes: piece ? bytes.subarray(piece.first, piece.last + 1) : bytes,
    };
  });

/** `DELETE /{media-id}` */
export const deleteMedia: Endpoint = (simulator, { number, params: { id = '' } }) => {
  if (!isMediaId(id)) return blockedPath(simulator, `/${id}`);
  if (!ownMedia(simulator, number, id)) return metaError({ code: 100, message: 'Invalid post_id parameter' });
  simulator.store.media.remove(id);
  simulator.store.mediaFiles.remove(id);
  return ok({ success: true });
};

/** A media record of this number that has not expired. */
function ownMedia({ store, clock }: Simulator, number: NumberRecord, id: string): MediaRecord | undefined {
  const media = store.media.byId(id);
  return media?.phoneNumber === number.phoneNumber && media.expiresAt > clock.now() ? media : undefined;
}

/** True for what looks like an id of Graph: digits, perhaps joined by underscores. */
function isMediaId(id: string): boolean {
  return /^[\d_]+$/.test(id);
}

/**
 * MIME types that `POST /media` takes, in the order in which Meta's refusal lists them. A CSV or a ZIP is refused, which
 * surprises many: the list is shorter than what a document message may carry.
 */
const uploadTypes: readonly string[] = [
  'audio/aac',
  'audio/mp4',
  'audio/mpeg',
  'audio/amr',
  'audio/ogg',
  'audio/opus',
  'application/vnd.ms-powerpoint',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
  'text/plain',
  'application/vnd.ms-excel',
  'image/jpeg',
  'image/png',
  'image/webp',
  'video/mp4',
  'video/3gpp',
];
