import { parse } from '@rocket.chat/message-parser';
import type { Run } from './mergeRuns';
import { mergeRuns } from './mergeRuns';

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
  return mergeRuns((tree as Node[]).flatMap((node) => flatten(node, [])));
}

function flatten(node: Node, marks: string[]): Run[] {
  const here = marks.join('+');
  if (node.type === 'PLAIN_TEXT') return [[String(node.value), here]];
  if (node.type === 'EMOJI') {
    const written = (node.value as Node | undefined)?.value;
    return [[node.unicode ?? (written === node.shortCode ? `:${node.shortCode}:` : String(written)), here]];
  }
  if (node.type in MENTIONS) return [[`${MENTIONS[node.type]}${(node.value as { value: string }).value}`, here]];
  if (node.type === 'LINK')
    return [(node.value as { label: Node[] | Node }).label].flat().flatMap((part) => flatten(part, marks));
  const mark = MARKS[node.type] ?? (node.type === 'PARAGRAPH' || node.type === 'BIG_EMOJI' ? undefined : node.type);
  const inside = mark === undefined ? marks : [...marks, mark].sort();
  return [node.value as Node[] | Node].flat().flatMap((part) => flatten(part, inside));
}
