import { isWanted } from '../../../src/handlers/omnichannel/isWanted';

test.each([
  [false, undefined],
  [true, { agent: 'maria' }],
  [true, { agent: 'maria', until: Date.now() + 60_000 }],
  [false, { agent: 'maria', until: Date.now() - 1 }],
])('it is %s that somebody is asked for with %j', (outcome, target) => {
  expect(isWanted(target)).toBe(outcome);
});
