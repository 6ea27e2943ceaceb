import { breakMentions } from '../../../src/handlers/markup/breakMentions';

test.each([
  ['wake @all of them', 'wake @\u2060all of them'],
  ['@HERE.', '@\u2060HERE.'],
  ['@allison and @heretic', '@allison and @heretic'],
  ['@ann', '@ann'],
])('"%s" wakes nobody', (text, broken) => {
  expect(breakMentions(text)).toBe(broken);
});
