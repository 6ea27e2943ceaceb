/**
 * Removes given characters from the end of a text, in linear time. A pattern such as `[. ]+$` would scan each run again
 * from each of its characters.
 */
export function trimEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(0, end);
}

/**
 * Invisible characters that are copied along from web pages, chats and address books: direction marks, zero-width
 * spaces and joiners, byte-order marks, fillers.
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]+/gu;

/**
 * Invisible characters that no text needs. Joiners (emoji, Persian, Hindi) and direction marks (Arabic, Hebrew) stay.
 */
const NEVER_IN_TEXT = /(?![\n\t])[\p{Cc}\u200b\u2060\ufeff\u00ad]/gu;

/**
 * Cleans a value of one line (a key, a phone number, an address): removes invisible characters and surrounding blanks.
 * A line break becomes a blank, because two lines are not one key.
 */
export function cleanLine(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(UNSEEN, '')
    .trim();
}

/** Cleans a text of several lines. A text without any visible character becomes empty. */
export function cleanText(text: string): string {
  return cleanLine(text) === '' ? '' : text.replace(/\r\n?/g, '\n').replace(NEVER_IN_TEXT, '').trim();
}

/**
 * A list from the host. Contrary to its type, the host returns nothing when the app lacks the permission or the host
 * lacks the call; that counts as an empty list.
 */
export function listed<Item>(answer: readonly Item[] | null | undefined): readonly Item[] {
  return answer ?? [];
}

/** The entry of a table under a name from outside. Names that every object has, such as `constructor`, are not found. */
export function lookUp<Entry>(table: Readonly<Record<string, Entry>>, name: string): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
