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

/** A part must hold more than its opening and closing marks. */
const LEAST_WITH_SIGNS = 32;

const SIGN = /[*_~`]/;

/** The most marks that can be open at one place: bold, italic, struck through, and code. */
const MOST_MARKS = 4;

/** How far behind a cut to search for blanks and a closing fence. */
const NEAR = 64;

/** Where a text is cut, the best place first: between paragraphs, lines, words. */
const PLACES = ['\n\n', '\n', ' '];

/**
 * Splits a text by WhatsApp's limit; no part for an empty text.
 *
 * @param before is put before the first part and is not used to recognise it
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
 * Splits a WhatsApp text into parts that fit the limit: between paragraphs if possible, else between lines, else
 * between words, and within a word only if the word alone exceeds the limit. Blocks of code and marks that continue in
 * the next part are closed and opened again, and a quote continues as a quote. Only blanks and line breaks at the cuts
 * are left out.
 */
export function splitText(text: string, limit = TEXT_LIMIT): string[] {
  const characters = [...text];
  if (characters.length <= limit) {
    return [text];
  }
  const hasRoom = limit >= LEAST_WITH_SIGNS;
  const fence = hasRoom && text.includes(FENCE) ? FENCE : '';
  const hasMarks = hasRoom && (SIGN.test(text.replaceAll(FENCE, '')) || /^> /m.test(text));
  // Space for closing marks, in case the part ends within code or a mark.
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
      // A block that would start at the very end starts in the next part.
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
      // A block that ends right after the cut ends with this part.
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

/** A part with its opening and closing marks. A mark that is closed at the cut must not touch an address there. */
function joined(opening: string, piece: string, closing: string): string {
  const lines = `${opening}${piece}${closing}`.split('\n');
  const touched = [...(SIGN.test(opening) ? [0] : []), ...(SIGN.test(closing) ? [lines.length - 1] : [])];
  return opening === FENCE || closing === FENCE
    ? lines.join('\n')
    : lines.map((line, at) => (touched.includes(at) ? freeAddresses(line) : line)).join('\n');
}

/**
 * The beginning of a text that forms the next part; never empty.
 * @param window the text that fits @param after the following text, as long as a part
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
