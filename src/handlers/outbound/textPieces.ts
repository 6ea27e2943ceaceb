import { createHash } from 'crypto';
import type { Piece } from './Piece';
import { splitText } from './splitText';

/**
 * A text in as many pieces as WhatsApp's limit asks for; none where there is nothing to say.
 *
 * @param before stands before the first piece and does not belong to what makes it known again
 */
export function textPieces(text: string, before = ''): Piece[] {
  return splitText(before + text).flatMap((body, at) => {
    const own = at === 0 ? body.slice(before.length) : body;
    return own.trim() === '' ? [] : [textPiece(body, own)];
  });
}

function textPiece(body: string, own: string): Piece {
  return {
    id: `text ${createHash('sha256').update(own).digest('hex').slice(0, 16)}`,
    hasFile: false,
    content: () => Promise.resolve({ type: 'text', text: { body, preview_url: /https?:\/\//i.test(body) } }),
  };
}
