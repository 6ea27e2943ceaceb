import { stemOfFile } from '../../../src/handlers/media/stemOfFile';
import { createTranslator } from '../../../src/handlers/translation/createTranslator';

const at = Date.UTC(2026, 0, 2, 14, 5, 33, 120);
const t = createTranslator('en');

test('a name of the customer’s own is kept, made harmless', () => {
  expect(stemOfFile({ media: { kind: 'document', filename: '../cv.pdf' }, wamid: 'w1', at, t })).toBe('cv.pdf');
});

test.each([
  ['image', /^Photo-20260102T140533Z-[\da-f]{6}$/],
  ['voice', /^Voice-message-20260102T140533Z-[\da-f]{6}$/],
  ['sticker', /^Sticker-20260102T140533Z-[\da-f]{6}$/],
] as const)('%s without a name gets one from its kind, its time and its message', (kind, expected) => {
  expect(stemOfFile({ media: { kind }, wamid: 'w1', at, t })).toMatch(expected);
});

test('a name of which nothing is left counts as none', () => {
  expect(stemOfFile({ media: { kind: 'document', filename: '/' }, wamid: 'w1', at, t })).toMatch(/^Document-2026/);
});

test('pictures of one second differ, and one picture is always called the same', () => {
  const name = (wamid: string) => stemOfFile({ media: { kind: 'image' }, wamid, at, t });
  expect(name('w1')).toBe(name('w1'));
  expect(name('w1')).not.toBe(name('w2'));
});
