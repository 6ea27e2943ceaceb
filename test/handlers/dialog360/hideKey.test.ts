import { hideKey } from '../../../src/handlers/dialog360/hideKey';

test.each([
  ['as it is', 'key a+b/c= refused', 'key *** refused'],
  ['more than once', 'a+b/c=a+b/c=', '******'],
  ['encoded for an address', '?key=a%2Bb%2Fc%3D&x', '?key=***&x'],
  ['not at all', 'nothing here', 'nothing here'],
])('a key is hidden where it stands %s', (_case, text, hidden) => {
  expect(hideKey(text, 'a+b/c=')).toBe(hidden);
});

test('an empty key hides nothing', () => {
  expect(hideKey('text', '')).toBe('text');
});
