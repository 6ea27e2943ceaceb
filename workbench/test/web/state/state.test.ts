import { formatBytes } from '../../../web/state/format';
import { pickList, pickText } from '../../../web/state/pick';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_500, '1.5 kB'],
  [24_000, '24 kB'],
  [104_857_600, '105 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('parts of something unknown are picked by their path', () => {
  const value = { a: [{ b: 'x' }, { b: 2 }], c: null };
  expect(pickText(value, 'a', 0, 'b')).toBe('x');
  expect(pickText(value, 'a', 1, 'b')).toBe('2');
  expect(pickText(value, 'c', 'd')).toBeUndefined();
  expect(pickList(value, 'a')).toHaveLength(2);
  expect(pickList(value, 'c')).toEqual([]);
});
