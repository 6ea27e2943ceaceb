/** The languages of the app, each with a folder beside this file. The first one is the fallback. */
export const languages = [
  { tag: 'en', name: 'English', rtl: false },
  { tag: 'pt-BR', name: 'Português (Brasil)', rtl: false },
  { tag: 'es', name: 'Español', rtl: false },
  { tag: 'de', name: 'Deutsch', rtl: false },
  { tag: 'fr', name: 'Français', rtl: false },
  { tag: 'it', name: 'Italiano', rtl: false },
  { tag: 'nl', name: 'Nederlands', rtl: false },
  { tag: 'tr', name: 'Türkçe', rtl: false },
  { tag: 'ru', name: 'Русский', rtl: false },
  { tag: 'ar', name: 'العربية', rtl: true },
  { tag: 'hi', name: 'हिन्दी', rtl: false },
  { tag: 'id', name: 'Bahasa Indonesia', rtl: false },
] as const;

/** A language of the app. */
export type LanguageTag = (typeof languages)[number]['tag'];
