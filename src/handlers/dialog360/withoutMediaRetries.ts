import { AppError } from '../errors/AppError';

/**
 * 360dialog blocks the media of a number for half an hour after 20 failed requests in an hour, so a refused one is
 * never repeated, whatever its code says elsewhere.
 * Source: https://docs.360dialog.com/docs/messaging/media/media-download-limitation
 * @throws AppError the failure, with `retry: 'no'` for every 4xx
 */
export async function withoutMediaRetries<Value>(attempt: Promise<Value>): Promise<Value> {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof AppError && error.status !== undefined && error.status >= 400 && error.status < 500) {
      throw error.with({ retry: 'no', retryAfterMs: undefined });
    }
    throw error;
  }
}
