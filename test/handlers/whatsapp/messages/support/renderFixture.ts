import { createInstance } from 'i18next';
import type { Translate } from '../../../../../src/handlers/core/translator';
import type { RenderedMessage } from '../../../../../src/handlers/whatsapp/messages/RenderedMessage';
import { renderMessage } from '../../../../../src/handlers/whatsapp/messages/renderMessage';
import errors from '../../../../../src/locales/en/errors.json';
import inbound from '../../../../../src/locales/en/inbound.json';
import messages from '../../../../../src/locales/en/messages.json';
import { eventsOf } from '../../webhook/support/readFixture';

const catalogue = createInstance();
void catalogue.init({
  lng: 'en',
  ns: ['messages', 'errors', 'inbound'],
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: { en: { messages, errors, inbound } },
});

/** The English sentences of messages and of what went wrong with them; a key that is not there is a fault of the test. */
export const english: Translate = (key, params = {}) => {
  if (!catalogue.exists(key, { count: 1 })) throw new Error(`no such text: ${key}`);
  return catalogue.t(key, params);
};

/** The one message of a fixture as agents read it in English. */
export function renderFixture(name: string): RenderedMessage {
  const [event] = eventsOf(name);
  if (event?.kind !== 'message') throw new Error(`${name} holds no message`);
  return renderMessage(event, english);
}
