/** The plural forms that a language has, such as `one` and `other`; by the CLDR data that i18next itself asks. */
export function pluralForms(tag: string, ordinal: boolean): string[] {
  return new Intl.PluralRules(tag, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions().pluralCategories;
}
