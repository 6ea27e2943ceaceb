import { areTemplatesDue } from '../../../src/handlers/numbers/templates/areTemplatesDue';

const MINUTE = 60_000;
const now = 1_000 * MINUTE;
const stored = (facts: { readAgo?: number; failedAgo?: number }) => ({
  kind: 'templates' as const,
  number: '1',
  templates: [],
  ...(facts.readAgo === undefined ? {} : { readAt: now - facts.readAgo * MINUTE }),
  ...(facts.failedAgo === undefined ? {} : { failure: { at: now - facts.failedAgo * MINUTE, key: 'errors:bug' } }),
});

test.each([
  ['never read', undefined, {}, true],
  ['read a moment ago', { readAgo: 1 }, {}, false],
  ['read as long ago as the setting says', { readAgo: 30 }, {}, true],
  ['read a minute ago, with the shortest interval', { readAgo: 0.9 }, { interval: 1 }, true],
  ['read before something changed', { readAgo: 2 }, { since: now - MINUTE }, true],
  ['read after something changed', { readAgo: 1 }, { since: now - 2 * MINUTE }, false],
  ['failed just now', { readAgo: 40, failedAgo: 1 }, {}, false],
  ['failed just now, and something changed', { readAgo: 40, failedAgo: 1 }, { since: now }, false],
  ['failed some minutes ago', { readAgo: 40, failedAgo: 5 }, {}, true],
  ['failed a minute ago, with a shorter interval', { failedAgo: 1 }, { interval: 1 }, true],
])('%s', (_case, facts, when, due) => {
  expect(areTemplatesDue(facts && stored(facts), { interval: 30, now, ...when })).toBe(due);
});
