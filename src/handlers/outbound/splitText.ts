/** WhatsApp's limit of a text (Meta: text messages, 4096 characters); counted by code point, as nobody documents it. */
export const TEXT_LIMIT = 4096;

/**
 * Cuts a text into pieces that WhatsApp takes, at the last line or word that fits, so that nothing of a long answer is
 * lost.
 */
export function splitText(text: string, limit = TEXT_LIMIT): string[] {
  const pieces: string[] = [];
  let rest = [...text];
  while (rest.length > limit) {
    const piece = rest.slice(0, limit);
    const cut = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf(' '));
    const end = cut > limit / 2 ? cut + 1 : limit;
    pieces.push(rest.slice(0, end).join('').trimEnd());
    rest = rest.slice(end);
  }
  return [...pieces, rest.join('')];
}
