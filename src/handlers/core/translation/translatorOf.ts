import type { Host } from '../Host';
import { createTranslator } from './createTranslator';
import type { Translate } from './Translate';

/** The sentences in the language that the workspace chose for the app. */
export async function translatorOf(host: Host): Promise<Translate> {
  return createTranslator(await host.memory.settings.get('preferredLanguage'));
}
