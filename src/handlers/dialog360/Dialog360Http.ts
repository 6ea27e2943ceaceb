import type { IHttpRequest } from '@rocket.chat/apps-engine/definition/accessors';

/** An answer over HTTP. */
export interface HttpAnswer {
  statusCode: number;
  /** By their names in small letters. */
  headers?: Record<string, string>;
  /** The body: bytes where the request asked for them (`encoding: null`), else a text. */
  content?: unknown;
  /** The body's JSON where the host has read it. */
  data?: unknown;
}

/** What requests go out by; Rocket.Chat's `IHttp` is one. It throws when there was no answer. */
export type Dialog360Http = Record<
  'get' | 'post' | 'del',
  (url: string, request?: IHttpRequest) => Promise<HttpAnswer>
>;
