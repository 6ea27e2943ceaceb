import { AppError } from '../../../src/handlers/core/errors/AppError';

describe('AppError', () => {
  test('says in its message, for logs, what happened, how it came and in which words', () => {
    const error = new AppError({
      kind: 'refused',
      retry: 'no',
      key: 'errors:windowClosed',
      code: 131047,
      status: 400,
      params: { details: 'More than 24 hours' },
    });
    expect(error.message).toBe('errors:windowClosed (refused, code 131047, HTTP 400): More than 24 hours');
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'AppError', maybeSent: false, retryAfterMs: undefined });
  });

  test('says that something may have been sent, and keeps its cause', () => {
    const cause = new Error('socket hang up');
    const error = new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:maybeSent', maybeSent: true, cause });
    expect(error.message).toBe('errors:maybeSent (unreachable, may have been sent)');
    expect(error.cause).toBe(cause);
  });

  test('changes some facts and keeps the others', () => {
    const error = new AppError({
      kind: 'refused',
      retry: 'later',
      retryAfterMs: 5,
      key: 'errors:callsLimited',
      code: 4,
      status: 429,
    });
    const changed = error.with({ retry: 'no', retryAfterMs: undefined });
    expect(changed).toMatchObject({ key: 'errors:callsLimited', code: 4, status: 429, kind: 'refused', retry: 'no' });
    expect(changed.retryAfterMs).toBeUndefined();
    expect(error.retry).toBe('later');
  });
});
