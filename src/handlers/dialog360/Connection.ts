import type { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import type { AppError } from '../errors/AppError';

/** How to reach one WhatsApp number at 360dialog: the key selects the number. */
export interface Connection {
  http: IHttp;
  /** As `readBaseUrl` gives it: no slash at the end. */
  baseUrl: string;
  /** As `readApiKey` gives it. */
  apiKey: string;
  /** Is told of every answer that did not come or could not be read. */
  note?: (trouble: AppError) => void;
  /** Keeps the limit of failed requests for files. */
  media?: {
    /** @throws AppError where the next one might be one too many */
    mayAsk: () => Promise<void>;
    failed: (error: AppError) => Promise<void>;
  };
}
