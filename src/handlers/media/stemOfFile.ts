import { createHash } from 'crypto';
import type { Translate } from '../translation/Translate';
import { nameKind } from '../whatsapp/messages/nameKind';
import type { RenderedMedia } from '../whatsapp/messages/RenderedMessage';
import { cleanFileName } from './cleanFileName';

/** What the name of a customer's file is made of. */
export interface Naming {
  media: Pick<RenderedMedia, 'kind' | 'filename'>;
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  t: Translate;
}

/**
 * The name of a file without an added ending: the customer's own, made harmless; else the kind, WhatsApp's time in UTC
 * and a sign of the message, so that the pictures of an album, sent in one second, have names of their own.
 */
export function stemOfFile({ media, wamid, at, t }: Naming): string {
  const given = media.filename === undefined ? undefined : cleanFileName(media.filename);
  if (given) {
    return given;
  }
  const kind = cleanFileName(nameKind(media.kind, t)) ?? media.kind;
  const time = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const sign = createHash('sha256').update(wamid).digest('hex').slice(0, 6);
  return [kind.replaceAll(' ', '-'), time, sign].join('-');
}
