/** Characters as people count them for a limit: code points. Meta does not document its unit. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}
