import { showLimit } from '../../../src/handlers/dialog360/showLimit';

test.each([
  ['TIER_250', '250 / 24 h'],
  ['TIER_10K', '10K / 24 h'],
  ['TIER_UNLIMITED', '∞'],
  ['TIER_NOT_SET', 'TIER_NOT_SET'],
  ['something new', 'something new'],
])('%s reads %s', (limit, words) => {
  expect(showLimit(limit)).toBe(words);
});
