import { reasonOf } from '../src/StartupError';

describe('why something failed', () => {
  test("is the system's code where there is one", () => {
    expect(reasonOf(Object.assign(new Error('open /x: no'), { code: 'EACCES' }))).toBe('EACCES');
  });

  test('is the first line of the message otherwise', () => {
    expect(reasonOf(new Error('It broke\n  here'))).toBe('It broke');
    expect(reasonOf(Object.assign(new Error('Bad flag'), { code: 'ERR_PARSE_ARGS' }))).toBe('Bad flag');
    expect(reasonOf('just so')).toBe('just so');
  });
});
