import { createInstance } from 'i18next';
import type { Translate } from '../../../../src/handlers/translation/Translate';
import messages from '../../../../src/locales/en/messages.json';

const catalogue = createInstance();
void catalogue.init({
  lng: 'en',
  ns: ['messages'],
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: { en: { messages } },
});

/** The English sentences of messages; a key that is not there is a fault of the test. */
export const english: Translate = (key, params = {}) => {
  if (!catalogue.exists(key, { count: 1 })) throw new Error(`no such text: ${key}`);
  return catalogue.t(key, params);
};
