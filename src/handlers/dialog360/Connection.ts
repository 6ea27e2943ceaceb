import type { IHttpRequest } from '@rocket.chat/apps-engine/definition/accessors';
import type { AppError } from '../core/errors/AppError';

declare module '../core/Host' {
  interface Host {
    /** Sends requests to 360dialog and never gives the API key to another host. */
    dialog360: Dialog360Http;
  }
}

/** How to reach one WhatsApp number at 360dialog. The API key selects the number. */
export interface Connection {
  http: Dialog360Http;
  /** From `readBaseUrl`: without a slash at the end. */
  baseUrl: string;
  /** From `readApiKey`. */
  apiKey: string;
  /** Is called when there is no answer or the answer cannot be read. */
  note?: (trouble: AppError) => void;
  /** Keeps the number below 360dialog's limit of failed requests for files. */
  media?: {
    /** @throws AppError when another failure might exceed the limit */
    mayAsk: () => Promise<void>;
    failed: (error: AppError) => Promise<void>;
  };
}

/** An HTTP response. */
export interface HttpAnswer {
  statusCode: number;
  /** Headers by lower-case name. */
  headers?: Record<string, string>;
  /** The body: bytes if the request asked for them (`encoding: null`), else text. */
  content?: unknown;
  /** The body's JSON, if the host has parsed it. */
  data?: unknown;
}

/** Sends requests; Rocket.Chat's `IHttp` is one. It throws when there is no answer. */
export type Dialog360Http = Record<
  'get' | 'post' | 'del',
  (url: string, request?: IHttpRequest) => Promise<HttpAnswer>
>;

/** The header with the API key, which tells 360dialog the number. */
export const KEY_HEADER = 'D360-API-KEY';

/**
 * Milliseconds that each call may take. Rocket.Chat ends a request to the app after 30 s, so that calls a person waits for
 * stay well below that. Files travel in the background and may take longer.
 */
export const timeouts = {
  read: 10_000,
  configure: 15_000,
  send: 20_000,
  templates: 20_000,
  media: 120_000,
} as const;
