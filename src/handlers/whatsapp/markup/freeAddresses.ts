import type { Inline } from './marks';
import { readWhatsAppLine } from './readWhatsAppLine';

type Mark = Extract<Inline, { kind: 'mark' }>;

/** A formatting character that moves from one place to another, or is removed. */
interface Move {
  from: number;
  to: number | undefined;
}

/** How often a line is processed, for marks that are nested this deep. */
const DEEPEST = 3;

/**
 * Moves the formatting characters of a WhatsApp line away from addresses that they touch, and keeps them on the words
 * beside, because phones include such a character in the link. `*https://shop.example/a*` loses its stars, `*see
 * https://shop.example*` becomes `*see* https://shop.example`.
 */
export function freeAddresses(line: string): string {
  let freed = line;
  for (let depth = 0; depth < DEEPEST && /[*_~]/.test(freed) && /[.:]/.test(freed); depth += 1) {
    const moves = readWhatsAppLine(freed).flatMap((node) => movesOf(node));
    if (moves.length === 0) {
      break;
    }
    freed = apply(freed, moves);
  }
  return freed;
}

function movesOf(node: Inline): Move[] {
  if (node.kind !== 'mark') {
    return [];
  }
  const { children } = node;
  const last = children.at(-1);
  if (!isAddress(children[0]) && !isAddress(last)) {
    return children.flatMap((child) => movesOf(child));
  }
  const end = last && 'text' in last && last.kind !== 'code' ? last.at + last.text.length : undefined;
  return end === undefined ? [] : aside(node, end);
}

/**
 * Moves both characters of a mark that begins or ends with an address around the words beside it. @param end the
 * position of its closing character
 */
function aside({ at, children }: Mark, end: number): Move[] {
  const [isFirst, isLast] = [isAddress(children[0]), isAddress(children.at(-1))];
  const words = children.slice(isFirst ? 1 : 0, isLast ? -1 : undefined);
  const opensAt = isFirst ? placeIn(words[0], 'start') : at + 1;
  const closesAt = isLast ? placeIn(words.at(-1), 'end') : end;
  const isKept = opensAt !== undefined && closesAt !== undefined && opensAt < closesAt;
  return [
    { from: at, to: isKept ? opensAt : undefined },
    { from: end, to: isKept ? closesAt : undefined },
  ];
}

/** An address ends before a bracket that it did not open: in `(https://shop.example)*` it does not touch the star. */
function isAddress(node: Inline | undefined): boolean {
  if (node?.kind !== 'url') {
    return false;
  }
  return !/[)\]]$/.test(node.text) || node.text.split('(').length === node.text.split(')').length;
}

/** The beginning or end of the words, if a blank separates them from the address. */
function placeIn(node: Inline | undefined, side: 'start' | 'end'): number | undefined {
  if (node?.kind !== 'text') {
    return undefined;
  }
  const { text, at } = node;
  const inner = side === 'start' ? text.trimStart() : text.trimEnd();
  const blanks = text.length - inner.length;
  return blanks === 0 || inner === '' ? undefined : side === 'start' ? at + blanks : at + inner.length;
}

function apply(line: string, moves: readonly Move[]): string {
  const taken = new Set(moves.map(({ from }) => from));
  const put = new Map<number, string>();
  for (const { from, to } of moves) {
    if (to !== undefined) {
      put.set(to, (put.get(to) ?? '') + line.charAt(from));
    }
  }
  const units = Array.from(
    { length: line.length + 1 },
    (_, at) => (put.get(at) ?? '') + (taken.has(at) ? '' : line.charAt(at)),
  );
  return units.join('');
}
