import { isAgent } from '../../../src/handlers/interactions/isAgent';
import { person } from '../../support/person';

test.each<[boolean, string[]]>([
  [true, ['user', 'livechat-agent']],
  [true, ['livechat-manager']],
  [true, ['livechat-monitor']],
  [true, ['admin']],
  [false, ['user']],
  [false, ['guest', 'livechat-guest']],
  [false, []],
])('it is %s that %j may write to customers', (outcome, roles) => {
  expect(isAgent(person({ roles }))).toBe(outcome);
});
