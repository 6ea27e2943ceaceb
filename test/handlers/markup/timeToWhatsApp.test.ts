import { timeToWhatsApp } from '../../../src/handlers/markup/timeToWhatsApp';

test.each([
  [1_700_000_000, '2023-11-14 22:13 UTC'],
  [0, '1970-01-01 00:00 UTC'],
  [999_999_999_999, '33658-09-27 01:46 UTC'],
  [1e15, '1000000000000000'],
])('%s seconds are %s', (seconds, text) => {
  expect(timeToWhatsApp(seconds)).toContain(text.slice(0, 10));
});
