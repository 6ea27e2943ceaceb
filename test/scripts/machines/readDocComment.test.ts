import { readDocComment } from '../../../scripts/machines/readDocComment';

const text = `
/** Another thing. */
export const other = 1;

/**
 * Opens a \`door\`,
 * slowly.
 */
export const door = 2;
export const bare = 3;
`;

test.each([
  ['door', 'Opens a `door`, slowly.'],
  ['other', 'Another thing.'],
  ['bare', ''],
  ['gone', ''],
])('the doc comment of %s is found', (name, comment) => {
  expect(readDocComment(text, name)).toBe(comment);
});
