import { withoutMediaRetries } from '../../../src/handlers/dialog360/withoutMediaRetries';
import { AppError } from '../../../src/handlers/errors/AppError';
import { failureOf } from './support/failureOf';

const failure = (status?: number) =>
  new AppError({ kind: 'refused', retry: 'later', retryAfterMs: 5, key: 'errors:callsLimited', status });

describe('withoutMediaRetries', () => {
  test.each([400, 404, 429, 499])('never repeats a %d', async (status) => {
    const error = await failureOf(withoutMediaRetries(Promise.reject(failure(status))));
    expect(error).toMatchObject({ retry: 'no', retryAfterMs: undefined, status, key: 'errors:callsLimited' });
  });

  test.each([500, 503, undefined])('leaves %s as it is', async (status) => {
    const error = await failureOf(withoutMediaRetries(Promise.reject(failure(status))));
    expect(error).toMatchObject({ retry: 'later', retryAfterMs: 5 });
  });

  test('leaves a success and a foreign error as they are', async () => {
    await expect(withoutMediaRetries(Promise.resolve(1))).resolves.toBe(1);
    await expect(withoutMediaRetries(Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  });
});
