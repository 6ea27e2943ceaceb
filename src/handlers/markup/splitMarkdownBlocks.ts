import type { Block } from './Block';

const OPENING = /^```[\w .-]*$/;
const CLOSING = /^```[ \t]*$/;

/** Cuts Rocket.Chat Markdown into lines and fenced blocks of code. A fence that nothing closes is a line like any other. */
export function splitMarkdownBlocks(text: string): Block[] {
  const all = text.split('\n');
  const blocks: Block[] = [];
  let lines: string[] = [];
  // If one fence has no closing line after it, no later fence has one either, so the search is not repeated.
  let isHopeless = false;
  for (let at = 0; at < all.length; at += 1) {
    const line = all[at] ?? '';
    const isOpening: boolean = !isHopeless && OPENING.test(line);
    const close = isOpening ? findClosing(all, at + 2) : undefined;
    if (close === undefined) {
      isHopeless ||= isOpening;
      lines.push(line);
      continue;
    }
    if (lines.length > 0) blocks.push({ kind: 'lines', lines });
    blocks.push({ kind: 'code', lines: all.slice(at + 1, close) });
    lines = [];
    at = close;
  }
  if (lines.length > 0 || blocks.length === 0) blocks.push({ kind: 'lines', lines });
  return blocks;
}

function findClosing(all: string[], from: number): number | undefined {
  for (let at = from; at < all.length; at += 1) if (CLOSING.test(all[at] ?? '')) return at;
  return undefined;
}
