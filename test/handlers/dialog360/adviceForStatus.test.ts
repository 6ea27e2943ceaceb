import { adviceForStatus } from '../../../src/handlers/dialog360/adviceForStatus';

test.each([
  [400, 'refused', 'no', 'errors:refused'],
  [401, 'refused', 'no', 'errors:keyRefused'],
  [403, 'refused', 'no', 'errors:permissionMissing'],
  [404, 'refused', 'no', 'errors:notFound'],
  [410, 'refused', 'no', 'errors:notFound'],
  [408, 'unreachable', 'later', 'errors:timedOut'],
  [413, 'refused', 'no', 'errors:tooLarge'],
  [429, 'refused', 'later', 'errors:callsLimited'],
  [500, 'unreachable', 'later', 'errors:dialog360Down'],
  [502, 'unreachable', 'later', 'errors:dialog360Down'],
  [504, 'unreachable', 'later', 'errors:timedOut'],
  [302, 'refused', 'no', 'errors:refused'],
])('HTTP %d without anything else is %s, retry %s: %s', (status, kind, retry, key) => {
  expect(adviceForStatus(status)).toMatchObject({ kind, retry, key });
});
