import { createHash } from 'crypto';
import { freeAddresses } from '../../whatsapp/markup/freeAddresses';
import { openMarksAt } from '../../whatsapp/markup/openMarks';
import type { Piece } from '../Outgoing';

/**
 * WhatsApp's limit of a text (Meta: text messages, 4096 characters); counted by code point, as nobody documents it.
 * @internal exported for tests
 */
export const TEXT_LIMIT = 4096;

const FENCE = '```';

/** A piece must hold more than what opens and closes it. */
const LEAST_WITH_SIGNS = 32;

const SIGN = /[*_~`]/;

/** As many marks can be open at one place: bold, italic, struck through, and code. */
const MOST_MARKS = 4;

/** How far behind a cut blanks and a closing fence are looked for. */
const NEAR = 64;

/** Where a text is cut, the best place first: between paragraphs, lines, words. */
const PLACES = ['\n\n', '\n', ' '];

/**
 * A text in as many pieces as WhatsApp's limit asks for; none where there is nothing to say.
 *
 * @param before stands before the first piece and does not belong to what makes it known again
 */
export function textPieces(text: string, before = ''): Piece[] {
  const pieces = splitText(before + text).flatMap((body, at) => {
    const own = at === 0 ? body.slice(before.length) : body;
    return own.trim() === '' ? [] : [textPiece(body, own)];
  });
  return pieces.map((piece, at) => ({ ...piece, isFollowed: at < pieces.length - 1 }));
}

function textPiece(body: string, own: string): Piece {
  return {
    id: `text ${createHash('sha256').update(own).digest('hex').slice(0, 16)}`,
    hasFile: false,
    content: () => Promise.resolve({ type: 'text', text: { body, preview_url: /https?:\/\//i.test(body) } }),
  };
}

/**
 * Cuts a WhatsApp text into pieces that it takes: between paragraphs where it can, else between lines, else words, and
 * within a word only where it would not fit into a piece of its own. A block of code and marks that go on in the next piece
 * are closed and opened again, and a quote goes on as a quote. Nothing but blanks and line breaks at the cuts is left out.
 */
export function splitText(text: string, limit = TEXT_LIMIT): string[] {
  const characters = [...text];
  if (characters.length <= limit) {
    return [text];
  }
  const hasRoom = limit >= LEAST_WITH_SIGNS;
  const fence = hasRoom && text.includes(FENCE) ? FENCE : '';
  const hasMarks = hasRoom && (SIGN.test(text.replaceAll(FENCE, '')) || /^> /m.test(text));
  // Room for what closes a piece, should it end within code or a mark.
  const reserve = hasMarks ? MOST_MARKS : fence.length;
  const pieces: string[] = [];
  let from = 0;
  let isCode = false;
  let opening = '';
  while (characters.length - from > limit - opening.length) {
    const most = from + limit - opening.length - reserve;
    let piece = cut(characters.slice(from, most).join(''), characters.slice(most, most + limit).join(''), limit);
    isCode = fence !== '' && isCode !== hasOpenFence(piece);
    const opened = isCode ? /```\s*$/.exec(piece) : null;
    if (opened) {
      // A block that would begin at the very end begins in the next piece.
      piece = piece.slice(0, opened.index);
      isCode = false;
    }
    const before = characters.slice(0, from).join('').length;
    let open = hasMarks && !isCode ? openMarksAt(text, before + piece.trimEnd().length) : undefined;
    if (open && open.begun > 0 && open.begun < piece.trimEnd().length) {
      piece = piece.trimEnd().slice(0, -open.begun);
      open = openMarksAt(text, before + piece.trimEnd().length);
    }
    from += [...piece].length + (open?.closed ?? 0);
    pieces.push(joined(opening, piece.trimEnd(), isCode ? fence : (open?.closing ?? '')));
    const end = isCode ? /^\s*```/.exec(characters.slice(from, from + NEAR).join('')) : null;
    if (end) {
      // One that ends right behind the cut has ended with this piece.
      isCode = false;
      from += end[0].length;
    }
    // The indentation of code stays.
    const blanks = (isCode ? /^[ \t]*\n|^ / : /^\s+/).exec(characters.slice(from, from + NEAR).join(''));
    from += blanks?.[0].length ?? 0;
    opening = isCode ? fence : (open?.opening ?? '');
  }
  return [...pieces, joined(opening, characters.slice(from).join(''), '')].filter((piece) => piece !== '');
}

/** A piece with what opens and closes it. A mark that is closed at the cut must not touch an address there. */
function joined(opening: string, piece: string, closing: string): string {
  const lines = `${opening}${piece}${closing}`.split('\n');
  const touched = [...(SIGN.test(opening) ? [0] : []), ...(SIGN.test(closing) ? [lines.length - 1] : [])];
  return opening === FENCE || closing === FENCE
    ? lines.join('\n')
    : lines.map((line, at) => (touched.includes(at) ? freeAddresses(line) : line)).join('\n');
}

/**
 * The beginning of a text that makes a piece; never empty.
 * @param window what fits @param after what comes then, as long as a piece
 */
function cut(window: string, after: string, limit: number): string {
  const seen = window + after.slice(0, 2);
  const places = PLACES.map((place) => seen.lastIndexOf(place, window.length));
  const best = places.find((at) => at > window.length / 2);
  const last = Math.max(...places);
  const wordAt = after.search(/\s/);
  const word = window.length - last + (wordAt < 0 ? after.length : wordAt);
  if (best !== undefined || (last > 0 && word < limit)) {
    return window.slice(0, best ?? last);
  }
  // Never within a fence.
  const whole = after.startsWith('`') ? window.replace(/(?<=[^`])`{1,2}$/, '') : window;
  return whole === '' ? window : whole;
}

function hasOpenFence(piece: string): boolean {
  return piece.split(FENCE).length % 2 === 0;
}
