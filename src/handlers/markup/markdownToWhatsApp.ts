import { convertMarkdownLine } from './convertMarkdownLine';
import { freeAddresses } from './freeAddresses';
import { invisible } from './invisible';
import { lineMarks } from './lineMarks';
import type { Names } from './Names';
import { splitMarkdownBlocks } from './splitMarkdownBlocks';

const HEADING = /^#{1,4}[ \t]+(?=\S)/;

/**
 * Rocket.Chat Markdown as a WhatsApp text that says the same: double signs become single, links their text and address,
 * headings bold lines, short codes emojis, escapes the plain sign. What the customer's phone could not show as a mark (`5*3*2`) is sent as it
 * was typed. No length is cut here: WhatsApp takes 4,096 characters.
 */
export function markdownToWhatsApp(text: string, names: Names = {}): string {
  return splitMarkdownBlocks(text.replace(/\r\n?/g, '\n'))
    .flatMap((block) =>
      block.kind === 'code'
        ? [`\`\`\`${block.lines.join('\n')}\`\`\``]
        : block.lines.map((line) => freeAddresses(convertLine(line, names))),
    )
    .join('\n')
    .replaceAll(invisible, '');
}

function convertLine(line: string, names: Names): string {
  for (const mark of lineMarks) {
    const [start, number = ''] = mark.rocketChat.exec(line) ?? [];
    if (start !== undefined) return mark.write(number) + convertMarkdownLine(line.slice(start.length), names);
  }
  const [heading] = HEADING.exec(line) ?? [];
  if (heading === undefined) return convertMarkdownLine(line, names);
  const title = convertMarkdownLine(line.slice(heading.length).trimEnd(), names);
  // A mark cannot stand in itself: a title that has bold words keeps them.
  return title.includes('*') ? title : `*${title}*`;
}
