import { readLocale } from '../../../src/handlers/core/translation/readLocale';
import { languages } from '../../../src/locales/languages';
import { namespaces } from '../../../src/locales/namespaces';

test('every language has every file, and nothing but sentences in it', () => {
  for (const { tag } of languages) {
    for (const namespace of namespaces) {
      const texts = Object.values(readLocale(tag, namespace));
      expect([tag, namespace, texts.length > 0]).toEqual([tag, namespace, true]);
      expect(texts.filter((text) => typeof text !== 'string')).toEqual([]);
    }
  }
});
