/** What Meta's form builder puts around the name of a field: `screen_0_Your_name_1`. */
const BUILDER = /^screen_\d+_(.+?)_\d+$/i;

/** The name of a form's field as words: `comment_text`, `firstName` and `screen_0_First_Name_0` read as a person would write. */
export function humaniseName(name: string): string {
  const words = (BUILDER.exec(name)?.[1] ?? name)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s-]+/g, ' ')
    .trim()
    .split(' ')
    // A word in capitals is an abbreviation.
    .map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word))
    .join(' ');
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
