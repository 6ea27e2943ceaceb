import { errorCodeRanges } from '../../../src/handlers/core/errors/errorCodeRanges';

describe('the families of error codes', () => {
  test('are in order and do not overlap, so that the first match is the only one', () => {
    const bounds = errorCodeRanges.flatMap(([first, last]) => [first, last]);
    expect(errorCodeRanges.every(([first, last]) => first <= last)).toBe(true);
    expect(new Set(errorCodeRanges.map(([first]) => first)).size).toBe(errorCodeRanges.length);
    expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
  });
});
