import { createRefusal } from '../../../src/handlers/core/errors/createRefusal';
import { refused } from '../../../src/handlers/core/errors/refused';

describe('createRefusal', () => {
  test('keeps the text and the code of a failure that nobody told us of', () => {
    const error = createRefusal({ code: 999999, details: 'Something new' });
    expect(error).toMatchObject({
      key: 'errors:refused',
      code: 999999,
      retry: 'no',
      params: { details: 'Something new', code: 999999 },
    });
  });

  test('lets the code decide before anything else', () => {
    expect(createRefusal({ code: 131047, status: 401 }, refused('keyRefused')).key).toBe('errors:windowClosed');
  });

  test('falls back to what the status means where the code is not known', () => {
    expect(createRefusal({ code: 250012, status: 403 }, refused('permissionMissing')).key).toBe(
      'errors:permissionMissing',
    );
  });

  test.each([
    ['with 401', 401, 'errors:keyRefused'],
    ['in a status without HTTP', undefined, 'errors:keyRefused'],
    ['with 403', 403, 'errors:permissionMissing'],
  ])('takes code 0 for a refused key %s', (_case, status, key) => {
    expect(createRefusal({ code: 0, status }, refused('permissionMissing')).key).toBe(key);
  });

  test('never leaves the place of the details empty', () => {
    expect(createRefusal({ code: 131009 }).params.details).toBe('(#131009)');
    expect(createRefusal({ status: 502 }).params.details).toBe('HTTP 502');
  });

  test('believes Meta that an unknown failure is transient, but not where the code knows better', () => {
    expect(createRefusal({ code: 999999, transient: true })).toMatchObject({ retry: 'later', retryAfterMs: 2000 });
    expect(createRefusal({ code: 131026, transient: true })).toMatchObject({ retry: 'no', retryAfterMs: undefined });
  });

  test('prefers the pause that the answer asks for', () => {
    expect(createRefusal({ code: 130429 }).retryAfterMs).toBe(5000);
    expect(createRefusal({ code: 130429, retryAfterMs: 30_000 }).retryAfterMs).toBe(30_000);
    expect(createRefusal({ code: 131026, retryAfterMs: 30_000 }).retryAfterMs).toBeUndefined();
  });
});
