import { translatorOf } from '../../../src/handlers/core/translation/translatorOf';
import { createTranslator } from '../../../src/handlers/core/translation/createTranslator';
import { languages } from '../../../src/locales/languages';
import { fakeHost } from '../../support/fakeHost';

test.each([...languages.map(({ tag }) => tag), undefined, 'a language of tomorrow'])(
  'the workspace that chose %s is spoken to in it',
  async (chosen) => {
    const { host } = fakeHost({ settings: { preferred_language: chosen } });
    const tag = languages.find((language) => language.tag === chosen)?.tag ?? 'en';
    expect((await translatorOf(host))('setup:question')).toBe(createTranslator(tag)('setup:question'));
  },
);
