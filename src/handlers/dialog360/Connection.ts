import type { AppError } from '../errors/AppError';
import type { Dialog360Http } from './Dialog360Http';

/** How to reach one WhatsApp number at 360dialog: the key selects the number. */
export interface Connection {
  http: Dialog360Http;
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
