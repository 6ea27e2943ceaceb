const FENCE = '```';
/** A block of code that goes on in the next message is closed and opened again. */
const ROOM_FOR_FENCES = 2 * (FENCE.length + 1);

/**
 * Cuts Markdown into messages of at most so many characters, at lines where it can, so that nothing of a long text is
 * lost. A block of code that is cut stays code.
 *
 * @param limit in UTF-16 units, as Rocket.Chat counts
 */
export function splitMarkdown(text: string, limit: number): string[] {
  if (text.length <= limit) {
    return [text];
  }
  const most = Math.max(limit - ROOM_FOR_FENCES, 2);
  const pieces: string[] = [];
  let piece: string[] = [];
  let length = 0;
  let isCode = false;
  for (const line of text.split('\n').flatMap((each) => cutLine(each, most))) {
    if (piece.length > 0 && length + line.length > most) {
      pieces.push([...piece, ...(isCode ? [FENCE] : [])].join('\n'));
      piece = isCode ? [FENCE] : [];
      length = 0;
    }
    piece.push(line);
    length += line.length + 1;
    isCode = line.startsWith(FENCE) ? !isCode : isCode;
  }
  return [...pieces, piece.join('\n')].filter((each) => each.trim() !== '');
}

/** At the last blank that fits, else where it ends, but never within a character. */
function cutLine(line: string, most: number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const blank = rest.lastIndexOf(' ', most);
    const end = blank > most / 2 ? blank : endOfCharacter(rest, most);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}

function endOfCharacter(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
