/** Whether a text is the tag of a language that Intl knows, in its usual spelling: `pt-BR`, not `pt-br`. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.PluralRules.supportedLocalesOf(tag)[0] === tag;
  } catch {
    return false; // Not even of the shape of a tag.
  }
}
