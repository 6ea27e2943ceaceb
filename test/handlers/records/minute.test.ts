import { minute } from '../../../src/handlers/core/records/minute';

test.each([
  [0, '1970-01-01T00:00'],
  [59_999, '1970-01-01T00:00'],
  [60_000, '1970-01-01T00:01'],
  [Date.UTC(2026, 11, 31, 23, 59, 59, 999), '2026-12-31T23:59'],
])('%i belongs to the minute %s', (at, name) => {
  expect(minute(at)).toBe(name);
});
