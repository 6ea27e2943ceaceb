import { checkMedia } from '../../../src/handlers/media/checkMedia';
import { acceptsMediaType } from '../../../src/handlers/settings/acceptsMediaType';
import { sayKeys } from '../../support/sayKeys';

const accepts = (type: string) => acceptsMediaType(['image/*', 'application/pdf'], type);
const rules = { enabled: true, maxSize: 1_000, accepts };

test.each([
  ['an accepted type', { mimeType: 'image/png' }],
  ['parameters of a type', { mimeType: 'image/png; a=b' }],
  ['the size at the limit', { mimeType: 'image/png', size: 1_000 }],
  ['a type that is not told yet', {}],
  ['a type that says nothing, while its size is not told yet', { mimeType: 'application/octet-stream' }],
  ['a type that only the name tells', { mimeType: 'application/octet-stream', filename: 'a.pdf', size: 10 }],
])('%s may pass', (_what, facts) => {
  expect(checkMedia(facts, rules, sayKeys)).toBeUndefined();
});

test.each([
  ['another type', { mimeType: 'text/html' }, 'media:typeRefused'],
  ['a type that only the name tells', { filename: 'a.exe.html' }, 'media:typeRefused'],
  ['a type that nobody tells', { size: 10 }, 'media:typeRefused'],
  ['too much', { mimeType: 'image/png', size: 1_001 }, 'media:tooLarge'],
])('%s may not', (_what, facts, key) => {
  expect(checkMedia(facts, rules, sayKeys)?.key).toBe(key);
});

test('with files switched off nothing passes', () => {
  expect(checkMedia({ mimeType: 'image/png' }, { ...rules, enabled: false }, sayKeys)).toEqual({
    key: 'media:uploadsOff',
  });
});

test('without a limit every size passes', () => {
  const problem = checkMedia({ mimeType: 'image/png', size: 1e12 }, { ...rules, maxSize: Infinity }, sayKeys);
  expect(problem).toBeUndefined();
});
