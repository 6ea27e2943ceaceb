import { FileTimes } from '../../../src/handlers/media/FileTimes';

test('what was written after a file comes after it, in its order', () => {
  const times = new FileTimes();
  times.note('a', 1_000, 5_000);
  expect([times.place('a', 2_000), times.place('a', 3_000), times.place('a', 4_000)]).toEqual([5_001, 5_002, 5_003]);
});

test('what was written long after it keeps its own time', () => {
  const times = new FileTimes();
  times.note('a', 1_000, 5_000);
  expect(times.place('a', 5_001)).toBe(5_001);
  expect(times.place('a', 9_000)).toBe(9_000);
});

test('what was written before the file and comes late keeps its own time', () => {
  const times = new FileTimes();
  times.note('a', 1_000, 5_000);
  expect(times.place('a', 999)).toBe(999);
});

test('other conversations have files of their own', () => {
  const times = new FileTimes();
  times.note('a', 1_000, 5_000);
  expect(times.place('b', 2_000)).toBe(2_000);
});
