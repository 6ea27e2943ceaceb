import { findAdvice } from '../../../src/handlers/core/errors/findAdvice';

describe('findAdvice', () => {
  test.each([
    ['a named code', 131047, undefined, 'errors:windowClosed'],
    ['a permission', 200, undefined, 'errors:permissionMissing'],
    ['the last permission', 299, undefined, 'errors:permissionMissing'],
    ['a template code that is not named', 132011, undefined, 'errors:templateRefused'],
    ['a registration code that is not named', 133012, undefined, 'errors:registrationProblem'],
    ['a call', 138006, undefined, 'errors:callRefused'],
    ['a flow', 139002, undefined, 'errors:flowBlocked'],
    ['a group', 131215, undefined, 'errors:groupRefused'],
    ['a parameter', 100, undefined, 'errors:contentRefused'],
    ['an object that is not there', 100, 33, 'errors:notFound'],
    ['a template that is not there', 100, 2593002, 'errors:templateMissing'],
    ['a parameter with another subcode', 100, 2494010, 'errors:contentRefused'],
    ['a subcode of another code', 131030, 33, 'errors:notOnTestList'],
  ])('knows %s', (_case, code, subcode, key) => {
    expect(findAdvice(code, subcode)?.key).toBe(key);
  });

  test.each([250012, 300, 199, 999999, -1])('does not pretend to know %d', (code) => {
    expect(findAdvice(code)).toBeUndefined();
  });
});
