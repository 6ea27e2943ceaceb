import type { i18n } from 'i18next';
import { createInstance } from 'i18next';
import type { LanguageTag } from '../../../locales/languages';
import { languages } from '../../../locales/languages';
import { namespaces } from '../../../locales/namespaces';
import { readLocale } from './readLocale';
import type { Translate } from './Translate';
import { withOneStop } from './withOneStop';

let shared: i18n | undefined;

/**
 * The sentences of one language. What a language lacks is said in English, never as a key; plural forms follow the
 * language. A language the app does not speak is English too.
 */
export function createTranslator(language: string): Translate {
  shared ??= createCatalogue();
  const t = shared.getFixedT(language);
  return (key, params) => withOneStop((name, values) => t(name, values ?? {}), key, params);
}

function createCatalogue(): i18n {
  const catalogue = createInstance();
  void catalogue.init({
    lng: 'en',
    fallbackLng: 'en',
    supportedLngs: languages.map(({ tag }) => tag),
    ns: namespaces,
    initAsync: false,
    // Rocket.Chat's client escapes texts itself, so people would see HTML entities.
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(languages.map(({ tag }) => [tag, readLanguage(tag)])),
  });
  return catalogue;
}

function readLanguage(tag: LanguageTag) {
  return Object.fromEntries(namespaces.map((namespace) => [namespace, readLocale(tag, namespace)]));
}
