import { mediaHash } from '../../media/mediaHash';
import { ownMedia } from '../../media/ownMedia';
import { withMediaBlock } from '../../media/withMediaBlock';
import type { Answer } from '../Answer';
import type { Endpoint } from '../Endpoint';

const notFound: Answer = { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, text: 'Not Found' };

/** `GET /whatsapp_business/attachments/?mid&ext&hash`: the bytes, while the signed URL is good. */
export const downloadMedia: Endpoint = (simulator, { number, query }) =>
  withMediaBlock(simulator, number, () => {
    const { mid = '', ext = '', hash } = query;
    const isSigned = hash === mediaHash(simulator, mid, ext);
    const isExpired = Number(ext) * 1000 < simulator.clock.now();
    const media = ownMedia(simulator, number, mid);
    const bytes = media && simulator.store.mediaFiles.read(mid);
    if (!isSigned || isExpired || !bytes) return notFound;
    return {
      status: 200,
      headers: {
        'Content-Type': media.mimeType,
        ...(media.filename !== undefined && {
          'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(media.filename)}`,
        }),
      },
      bytes,
    };
  });
