import type { i18n } from 'i18next';
import { createInstance } from 'i18next';
import type { LanguageTag } from '../../locales/languages';
import { languages } from '../../locales/languages';
import { namespaces } from '../../locales/namespaces';
import type { Host } from './Host';
import { readLocale } from './readLocale';

/** Finds a sentence by its key, such as `setup:question`, and fills in its parameters. */
export type Translate = (key: string, params?: Record<string, string | number>) => string;

/** The sentences in the language that the workspace chose for the app. */
export async function translatorOf(host: Host): Promise<Translate> {
  return createTranslator(await host.memory.settings.get('preferredLanguage'));
}

let shared: i18n | undefined;

/**
 * The sentences of one language, with its plural forms. A missing sentence or language falls back to English, never to
 * the key.
 *
 * @param catalogue defaults to the app's own
 */
export function createTranslator(language: string, catalogue = (shared ??= createCatalogue(readOwn()))): Translate {
  const t = catalogue.getFixedT(language);
  return (key, params) => withOneStop((name, values) => t(name, values ?? {}), key, params);
}

/** The sentences of a language by namespace and key. */
type Sentences = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Sentences in several languages, by the languages' tags; English among them. */
export function createCatalogue(resources: Readonly<Record<string, Sentences>>): i18n {
  const catalogue = createInstance();
  void catalogue.init({
    lng: 'en',
    fallbackLng: 'en',
    supportedLngs: Object.keys(resources),
    ns: namespaces,
    initAsync: false,
    // Rocket.Chat's client escapes texts itself, so escaping them here would show HTML entities.
    interpolation: { escapeValue: false },
    resources,
  });
  return catalogue;
}

function readOwn(): Record<string, Sentences> {
  return Object.fromEntries(languages.map(({ tag }) => [tag, readLanguage(tag)]));
}

function readLanguage(tag: LanguageTag): Sentences {
  return Object.fromEntries(namespaces.map((namespace) => [namespace, readLocale(tag, namespace)]));
}

/** A private-use character that no text contains. It marks the full stop at the end of a filled-in sentence. */
const OWN_STOP = '\uE000';
/** Punctuation of the text itself, perhaps before a closing isolate or bracket. */
const ANOTHER_MARK = /\uE000(?=[\u2069)]*[.।。؟?!])/g;

/**
 * Fills in the parameters of a text. Quoted texts, such as Meta's, stand inside sentences that have a full stop of
 * their own. If a quoted text also ends with one, only one is kept.
 */
export function withOneStop(translate: Translate, key: string, params: Parameters<Translate>[1] = {}): string {
  const marked = Object.entries(params).map(([name, value]) => [name, mark(value)] as const);
  return translate(key, Object.fromEntries(marked)).replace(ANOTHER_MARK, '').replaceAll(OWN_STOP, '.');
}

function mark(value: string | number): string | number {
  return typeof value === 'string' && value.endsWith('.') ? value.slice(0, -1) + OWN_STOP : value;
}
