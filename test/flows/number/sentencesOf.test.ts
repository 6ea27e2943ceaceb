import { sentencesOf } from '../../../src/flows/number/numberModels';
import { createTranslator } from '../../../src/handlers/core/translation/createTranslator';

const t = createTranslator('en');

test('a key that was just typed and is refused is told with the step that is next there', () => {
  const [[field, sentence] = []] = sentencesOf({ apiKey: { key: 'errors:keyRefused' } }, t);
  expect(field).toBe('apiKey');
  expect(sentence).toContain('does not accept this API key. Copy');
  expect(sentence).not.toContain('Edit');
});

test('everything else is told as it is everywhere', () => {
  const params = { number: '+55 11' };
  expect(sentencesOf({ phoneNumber: { key: 'errors:keyOfOtherNumber', params } }, t)).toEqual([
    ['phoneNumber', t('errors:keyOfOtherNumber', params)],
  ]);
});
