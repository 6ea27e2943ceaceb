import { parse } from '@rocket.chat/message-parser';
import type { Inline } from '../../../../../src/handlers/whatsapp/markup/marks';
import { readWhatsAppLine } from '../../../../../src/handlers/whatsapp/markup/readWhatsAppLine';
import { randomNumbers } from '../../../../../bench/src/proofs/randomNumbers';

/** A piece of what a reader sees: its text and the marks on it, sorted and joined by `+`. */
type Run = [text: string, marks: string];

/** Joins neighbours with the same marks and takes out what nobody sees. */
function mergeRuns(runs: Run[]): Run[] {
  const merged: Run[] = [];
  for (const [text, marks] of runs) {
    const seen = text.replaceAll('\u2060', '');
    const last = merged.at(-1);
    if (seen === '') continue;
    if (last?.[1] === marks) last[0] += seen;
    else merged.push([seen, marks]);
  }
  return merged;
}

/** Chance that is the same for the same seed, on every machine. */
interface SeededRandom {
  /** A whole number from 0 up to, not including, `limit`. */
  below: (limit: number) => number;
  pick: <T>(values: readonly T[]) => T;
}

export function seededRandom(seed: number): SeededRandom {
  const next = randomNumbers(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, pick: (values) => values[below(values.length)]! };
}

const MARKS: Record<string, string> = { BOLD: 'bold', ITALIC: 'italic', STRIKE: 'strike', INLINE_CODE: 'code' };

const MENTIONS: Record<string, string> = { MENTION_USER: '@', MENTION_CHANNEL: '#' };

interface Node {
  type: string;
  value?: unknown;
  unicode?: string;
  shortCode?: string;
}

/** What an agent sees of one line, by the parser that Rocket.Chat's clients use, with the settings they use. */
export function seenInRocketChat(markdown: string): Run[] {
  const tree = parse(markdown, { emoticons: true, colors: true, katex: { parenthesisSyntax: true } });
  return mergeRuns((tree as Node[]).flatMap((node) => flattenRocketChat(node, [])));
}

function flattenRocketChat(node: Node, marks: string[]): Run[] {
  const here = marks.join('+');
  if (node.type === 'PLAIN_TEXT') return [[String(node.value), here]];
  if (node.type === 'EMOJI') {
    const written = (node.value as Node | undefined)?.value;
    return [[node.unicode ?? (written === node.shortCode ? `:${node.shortCode}:` : String(written)), here]];
  }
  if (node.type in MENTIONS) return [[`${MENTIONS[node.type]}${(node.value as { value: string }).value}`, here]];
  if (node.type === 'LINK')
    return [(node.value as { label: Node[] | Node }).label].flat().flatMap((part) => flattenRocketChat(part, marks));
  const mark = MARKS[node.type] ?? (node.type === 'PARAGRAPH' || node.type === 'BIG_EMOJI' ? undefined : node.type);
  const inside = mark === undefined ? marks : [...marks, mark].sort();
  return [node.value as Node[] | Node].flat().flatMap((part) => flattenRocketChat(part, inside));
}

/** What a customer sees of one line, by our own reading of WhatsApp's rules. */
export function seenInWhatsApp(line: string): Run[] {
  return mergeRuns(readWhatsAppLine(line).flatMap((node) => flattenWhatsApp(node, [])));
}

function flattenWhatsApp(node: Inline, marks: string[]): Run[] {
  if (node.kind === 'mark') return node.children.flatMap((child) => flattenWhatsApp(child, [...marks, node.mark]));
  return [[node.text, [...marks, ...(node.kind === 'code' ? ['code'] : [])].sort().join('+')]];
}
