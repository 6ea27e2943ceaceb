import { checkMedia, readMediaRules, showSize } from '../../../src/handlers/media/mediaRules';
import { acceptsMediaType } from '../../../src/handlers/settings/mediaTypes';
import { createTranslator } from '../../../src/handlers/translation/createTranslator';
import { fakeHost } from '../../support/fakeHost';
import { sayKeys } from '../../support/sayKeys';

test('the settings say what may pass', async () => {
  const settings = { file_uploads_enabled: true, max_file_upload_size: -1, accepted_media_types: 'audio/*' };
  const rules = await readMediaRules(fakeHost({ settings }).host);
  expect(rules).toMatchObject({ enabled: true, maxSize: Infinity });
  expect([rules.accepts('audio/ogg; codecs=opus'), rules.accepts('image/png')]).toEqual([true, false]);
});

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
