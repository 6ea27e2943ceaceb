import { withoutMediaRetries } from '../../../src/handlers/dialog360/withoutMediaRetries';
import { AppError } from '../../../src/handlers/errors/AppError';
import { failureOf } from './support/failureOf';

const failure = (status?: number) =>
  new AppError({ kind: 'refused', retry: 'later', retryAfterMs: 5, key: 'errors:callsLimited', status });

/** A limit that counts, and says no when it is told to. */
function limit(isReached = false) {
  const failed: (number | undefined)[] = [];
  const mayAsk = async () => {
    if (isReached) throw failure();
  };
  return { failed, media: { mayAsk, failed: async ({ status }: AppError) => void failed.push(status) } };
}

describe('a request for a file', () => {
  test.each([400, 404, 429, 499])('is never repeated after a %d', async (status) => {
    const error = await failureOf(withoutMediaRetries({}, () => Promise.reject(failure(status))));
    expect(error).toMatchObject({ retry: 'no', retryAfterMs: undefined, status, key: 'errors:callsLimited' });
  });

  test.each([500, 503, undefined])('may be repeated after %s', async (status) => {
    const error = await failureOf(withoutMediaRetries({}, () => Promise.reject(failure(status))));
    expect(error).toMatchObject({ retry: 'later', retryAfterMs: 5 });
  });

  test('leaves a success and a foreign error as they are', async () => {
    await expect(withoutMediaRetries({}, () => Promise.resolve(1))).resolves.toBe(1);
    await expect(withoutMediaRetries({}, () => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  });

  test('counts where an answer said no, and not where none came', async () => {
    const { media, failed } = limit();
    for (const status of [404, 500, undefined]) {
      await failureOf(withoutMediaRetries({ media }, () => Promise.reject(failure(status))));
    }
    await withoutMediaRetries({ media }, () => Promise.resolve(1));
    expect(failed).toEqual([404, 500]);
  });

  test('is not made where the next failure might be one too many', async () => {
    const attempt = jest.fn();
    await failureOf(withoutMediaRetries({ media: limit(true).media }, attempt));
    expect(attempt).not.toHaveBeenCalled();
  });
});
