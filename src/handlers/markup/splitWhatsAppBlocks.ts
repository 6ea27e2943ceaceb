import type { Block } from './Block';

const FENCED = /```([\s\S]+?)```/g;

/**
 * Cuts a WhatsApp text into lines and blocks of code. Three backticks make a block when they span lines or have the line
 * to themselves; inside a line they are inline code, which is read with the line.
 */
export function splitWhatsAppBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const match of text.matchAll(FENCED)) {
    const [whole, inside = ''] = match;
    const end = match.index + whole.length;
    const before = text.slice(from, match.index);
    const hasLineToItself = /(^|\n)[ \t]*$/.test(before) && /^[ \t]*(\n|$)/.test(text.slice(end, end + 80));
    if (inside.trim() === '' || (!inside.includes('\n') && !hasLineToItself)) continue;
    if (before.trim() !== '') blocks.push(lines(before.replace(/\n[ \t]*$/, '')));
    blocks.push({ kind: 'code', lines: inside.replace(/^\n|\n$/g, '').split('\n') });
    from = end + (/^[ \t]*\n/.exec(text.slice(end, end + 80))?.[0].length ?? 0);
  }
  if (from < text.length || blocks.length === 0) blocks.push(lines(text.slice(from)));
  return blocks;
}

function lines(text: string): Block {
  return { kind: 'lines', lines: text.split('\n') };
}
