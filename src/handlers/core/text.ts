/** A text without the signs at its end. A pattern such as `[. ]+$` would read every run of them anew from each of its signs. */
export function trimEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(0, end);
}

/**
 * Signs that nobody sees and that come along with what is copied from web pages, chats and address books: marks of
 * direction, zero-width spaces and joiners, byte-order marks, fillers.
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]+/gu;

/** Invisible characters that no text needs. Joiners (emoji, Persian, Hindi) and marks of direction (Arabic, Hebrew) stay. */
const NEVER_IN_TEXT = /(?![\n\t])[\p{Cc}\u200b\u2060\ufeff\u00ad]/gu;

/**
 * A value of one line as it was meant (a key, a phone number, an address): without unseen signs and blanks around it. A
 * line break in it becomes a blank: two lines are not one key.
 */
export function cleanLine(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(UNSEEN, '')
    .trim();
}

/** A text of several lines as it was meant; one in which nothing can be seen is empty. */
export function cleanText(text: string): string {
  return cleanLine(text) === '' ? '' : text.replace(/\r\n?/g, '\n').replace(NEVER_IN_TEXT, '').trim();
}

/**
 * A list that a host was asked for. Against its type a host gives nothing at all where the app was not granted to ask, or
 * where the host has no such call.
 */
export function listed<Item>(answer: readonly Item[] | null | undefined): readonly Item[] {
  return answer ?? [];
}
