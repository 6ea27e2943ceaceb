import fc from 'fast-check';
import { cleanFileName } from '../../../src/handlers/media/cleanFileName';

test.each([
  ['Fatura março.pdf', 'Fatura março.pdf'],
  ['فاتورة ٢٠٢٦.pdf', 'فاتورة ٢٠٢٦.pdf'],
  ['नमस्ते 👩‍👩‍👧.jpg', 'नमस्ते 👩‍👩‍👧.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ana\\cv.doc', 'cv.doc'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['a\u0000b\nc.pdf', 'a_b_c.pdf'],
  ['what?*|".pdf', 'what____.pdf'],
  ['.hidden', 'hidden'],
  ['  spaced   out  .pdf', 'spaced out.pdf'],
  ['ends with a dot.', 'ends with a dot'],
  [`${'long '.repeat(40)}.pdf`, `${'long '.repeat(12).trim()}.pdf`],
  ['half a character \ud83d.png', 'half a character _.png'],
  ['archive.tar.gz', 'archive.tar.gz'],
  ['e\u0301tude.pdf', 'étude.pdf'],
])('%j is stored as %j', (given, stored) => {
  expect(cleanFileName(given)).toBe(stored);
});

test.each(['', '.', '..', '/', '\u202e', ' . ', '///', '.pdf'])(
  'of %j nothing is left but what it ends with',
  (given) => {
    expect(cleanFileName(given)).toBe(given === '.pdf' ? 'pdf' : undefined);
  },
);

test('whatever comes, the name is one part of a path, short, visible, and stays as it is when cleaned again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = cleanFileName(given);
      if (name === undefined) return;
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|^\.|[. ]$/u);
      expect([...name].length).toBeLessThanOrEqual(71);
      expect(cleanFileName(name)).toBe(name);
    }),
    { seed: 7, numRuns: 500 },
  );
});
