import { readRetryAfter } from '../../../src/handlers/dialog360/readRetryAfter';

const now = Date.parse('2026-01-01T00:00:00Z');

test.each([
  ['seconds', { 'retry-after': '30' }, 30_000],
  ['seconds under another spelling', { 'Retry-After': ' 1 ' }, 1000],
  ['a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT' }, 5000],
  ['a date that is over', { 'retry-after': 'Wed, 31 Dec 2025 23:59:59 GMT' }, undefined],
  ['nonsense', { 'retry-after': 'soon' }, undefined],
  ['nothing', {}, undefined],
  ['no headers', undefined, undefined],
])('a pause is read from %s', (_case, headers, expected) => {
  expect(readRetryAfter(headers as Record<string, string> | undefined, now)).toBe(expected);
});
