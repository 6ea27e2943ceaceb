import { sayMedia } from '../../../src/handlers/media/sayMedia';
import { createTranslator } from '../../../src/handlers/translation/createTranslator';

const t = createTranslator('en');

test('a file is called by its kind, and by its name where it has one', () => {
  expect(sayMedia({ kind: 'voice' }, t)).toBe('Voice message');
  expect(sayMedia({ kind: 'document', filename: 'cv.pdf' }, t)).toBe('Document “cv.pdf”');
});

test('a name cannot wake everybody or form marks', () => {
  expect(sayMedia({ kind: 'document', filename: '@all *now*.pdf' }, t)).not.toMatch(/@all|\*now\*/);
});
