import { mediaHash } from '../../media/mediaHash';
import { ownMedia } from '../../media/ownMedia';
import { withMediaBlock } from '../../media/withMediaBlock';
import type { Answer } from '../Answer';
import type { Endpoint } from '../Endpoint';

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
