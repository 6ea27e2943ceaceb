import { listed } from '../../src/handlers/core/listed';

test('a list stays what it is, and no answer is an empty one', () => {
  expect(listed(['a', 'b'])).toEqual(['a', 'b']);
  expect(listed(null)).toEqual([]);
  expect(listed(undefined)).toEqual([]);
});
