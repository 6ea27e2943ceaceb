import { isAdmin } from '../../../src/handlers/core/isAdmin';
import { person } from '../../support/person';

test.each<[boolean, string[]]>([
  [true, ['admin']],
  [true, ['user', 'livechat-manager']],
  [false, ['user', 'livechat-agent']],
  [false, ['bot', 'app']],
  [false, ['Admin', 'administrator', 'admin ']],
  [false, []],
])('it is %s that %j may administer the app', (outcome, roles) => {
  expect(isAdmin(person({ roles }))).toBe(outcome);
});
