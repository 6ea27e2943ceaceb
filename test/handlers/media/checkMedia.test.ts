import { checkMedia } from '../../../src/handlers/media/checkMedia';
import { acceptsMediaType } from '../../../src/handlers/settings/acceptsMediaType';
import { sayKeys } from '../../support/sayKeys';

const accepts = (type: string) => acceptsMediaType(['image/*', 'application/pdf'], type);
const rules = { enabled: true, maxSize: 1_000, accepts };

test.each([
  ['an accepted type', { type: 'image/png' }],
  ['the size at the limit', { type: 'image/png', size: 1_000 }],
  ['a type that is not told yet', { size: 10 }],
  ['what nothing is known of yet', {}],
])('%s may pass', (_what, facts) => {
  expect(checkMedia(facts, rules, sayKeys)).toBeUndefined();
});

test.each([
  ['another type', { type: 'text/html' }, 'media:typeRefused'],
  ['a type that nobody tells', { type: 'application/octet-stream', size: 10 }, 'media:typeRefused'],
  ['too much', { type: 'image/png', size: 1_001 }, 'media:tooLarge'],
  ['too much of a type that is not told yet', { size: 1_001 }, 'media:tooLarge'],
])('%s may not', (_what, facts, key) => {
  expect(checkMedia(facts, rules, sayKeys)?.key).toBe(key);
});

test('with files switched off nothing passes', () => {
  expect(checkMedia({ type: 'image/png' }, { ...rules, enabled: false }, sayKeys)).toEqual({ key: 'media:uploadsOff' });
});

test('without a limit every size passes', () => {
  const problem = checkMedia({ type: 'image/png', size: 1e12 }, { ...rules, maxSize: Infinity }, sayKeys);
  expect(problem).toBeUndefined();
});
