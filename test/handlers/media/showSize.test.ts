import { showSize } from '../../../src/handlers/media/showSize';
import { createTranslator } from '../../../src/handlers/translation/createTranslator';

test.each([
  [1, '1 kB'],
  [1_500, '1 kB'],
  [900_000, '879 kB'],
  [1_048_576, '1 MB'],
  [16_777_216, '16 MB'],
  [25_690_112, '24.5 MB'],
])('%d bytes are %s', (bytes, shown) => {
  expect(showSize(bytes, createTranslator('en'))).toBe(shown);
});
