import type { Block } from './Block';

const FENCED = /```([\s\S]+?)```/g;
/** How far beside a block blanks are looked at. */
const NEAR = 80;

/**
 * Cuts a WhatsApp text into lines and blocks of code. Three backticks make a block when they span lines or have the line
 * to themselves; inside a line they are inline code, which is read with the line.
 */
export function splitWhatsAppBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const { 0: whole, 1: inside = '', index } of text.matchAll(FENCED)) {
    const end = index + whole.length;
    const after = /^[ \t]*(?:\n|$)/.exec(text.slice(end, end + NEAR));
    const hasLineToItself = after !== null && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(from, index - NEAR), index));
    if (inside.trim() === '' || (!inside.includes('\n') && !hasLineToItself)) continue;
    const before = text.slice(from, index).replace(/\n[ \t]*$/, '');
    if (before.trim() !== '') blocks.push(lines(before));
    blocks.push({ kind: 'code', lines: inside.replace(/^\n|\n$/g, '').split('\n') });
    from = end + (after?.[0].length ?? 0);
  }
  if (from < text.length || blocks.length === 0) blocks.push(lines(text.slice(from)));
  return blocks;
}

function lines(text: string): Block {
  return { kind: 'lines', lines: text.split('\n') };
}
