import { safeUrl } from '../../../src/handlers/messages/safeUrl';

test.each(['https://example.com', 'http://example.com/a_b?c=d&e=%20#f', 'https://例え.jp/道'])(
  '%s may be a link',
  (url) => {
    expect(safeUrl(url)).toBe(url);
  },
);

test.each([
  undefined,
  '',
  'javascript:alert(1)',
  'data:text/html,x',
  'example.com',
  'https://a b',
  'https://a)[b](c',
  'https://a|b',
  'https://',
])('%s may not', (url) => {
  expect(safeUrl(url)).toBeUndefined();
});
