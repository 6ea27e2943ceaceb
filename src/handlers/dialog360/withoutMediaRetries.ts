import { AppError } from '../errors/AppError';
import type { Connection } from './Connection';

/**
 * One request for a file. 360dialog blocks the media of a number for an hour after 5 failed requests in an hour, so a
 * refused one is never repeated, whatever its code says elsewhere, and near that limit none is made.
 * Source: https://docs.360dialog.com/docs/messaging/media/media-download-limitation
 * @throws AppError the failure, with `retry: 'no'` for every 4xx; what `media.mayAsk` of the connection throws
 */
export async function withoutMediaRetries<Value>(
  { media }: Pick<Connection, 'media'>,
  attempt: () => Promise<Value>,
): Promise<Value> {
  await media?.mayAsk();
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof AppError) || error.status === undefined || error.status < 400) {
      throw error;
    }
    await media?.failed(error);
    throw error.status < 500 ? error.with({ retry: 'no', retryAfterMs: undefined }) : error;
  }
}
