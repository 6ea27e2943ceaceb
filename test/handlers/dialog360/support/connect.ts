import type { IHttp, IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { AppError } from '../../../../src/handlers/core/errors/AppError';
import { readWebhookSettings, removeWebhook, writeWebhook } from '../../../../src/handlers/dialog360/configureWebhook';
import type { Connection } from '../../../../src/handlers/dialog360/Connection';
import { downloadMedia, readMedia } from '../../../../src/handlers/dialog360/downloadMedia';
import { markRead, sendMessage } from '../../../../src/handlers/dialog360/sendMessage';
import { readHealth } from '../../../../src/handlers/dialog360/readHealth';
import { readTemplates } from '../../../../src/handlers/dialog360/readTemplates';
import { uploadMedia } from '../../../../src/handlers/dialog360/uploadMedia';

/** A connection whose requests are answered from a list; the key is one that no other text holds. */
export function connect(...replies: Parameters<typeof fakeHttp>): {
  connection: Connection;
  requests: ReturnType<typeof fakeHttp>['requests'];
} {
  const { http, requests } = fakeHttp(...replies);
  return { connection: { http, baseUrl: 'https://waba.example', apiKey: 'SECRETkey+1/2=' }, requests };
}

interface SeenRequest extends IHttpRequest {
  method: string;
  url: string;
}
/** What one request gets: a JSON body, a text, bytes, a whole answer, or an error that is thrown. */
type Reply =
  { status?: number; json?: unknown; text?: string; bytes?: Buffer; headers?: Record<string, string> } | Error;

/** An `IHttp` that answers from a list and behaves as Rocket.Chat's bridge: `data` only for JSON, Buffers when asked. */
export function fakeHttp(...replies: Reply[]): { http: IHttp; requests: SeenRequest[] } {
  const requests: SeenRequest[] = [];
  const call =
    (method: string) =>
    async (url: string, options: IHttpRequest = {}): Promise<IHttpResponse> => {
      requests.push({ ...options, method, url });
      const reply = replies.shift();
      if (!reply) throw new Error(`No reply is left for ${method} ${url}.`);
      if (reply instanceof Error) throw reply;
      return respond(reply, url, options);
    };
  const http = { get: call('get'), post: call('post'), put: call('put'), del: call('del'), patch: call('patch') };
  return { http, requests };
}

function respond(reply: Exclude<Reply, Error>, url: string, { encoding }: IHttpRequest): IHttpResponse {
  const { status = 200, json, text = '', bytes } = reply;
  const body = bytes ?? Buffer.from(json === undefined ? text : JSON.stringify(json));
  const headers = { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...reply.headers };
  const answer = { url, method: 'get', statusCode: status, headers };
  return (encoding === null
    ? { ...answer, content: body }
    : {
        ...answer,
        content: body.toString('utf8'),
        data: json === undefined ? null : json,
      }) as unknown as IHttpResponse;
}

/** The AppError that a call ends with. @throws Error when it succeeds or throws anything else */
export async function failureOf(attempt: Promise<unknown>): Promise<AppError> {
  const outcome: unknown = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof AppError) return outcome;
  throw new Error(`An AppError was expected, but: ${String(outcome)}`);
}

/** Every call of the app to 360dialog, for one number. */
export function createDialog360(connection: Connection) {
  return {
    readHealth: bind(connection, readHealth),
    readWebhookSettings: bind(connection, readWebhookSettings),
    writeWebhook: bind(connection, writeWebhook),
    removeWebhook: bind(connection, removeWebhook),
    sendMessage: bind(connection, sendMessage),
    markRead: bind(connection, markRead),
    readMedia: bind(connection, readMedia),
    downloadMedia: bind(connection, downloadMedia),
    uploadMedia: bind(connection, uploadMedia),
    readTemplates: bind(connection, readTemplates),
  };
}

function bind<Parameters extends unknown[], Outcome>(
  connection: Connection,
  call: (connection: Connection, ...parameters: Parameters) => Promise<Outcome>,
): (...parameters: Parameters) => Promise<Outcome> {
  return (...parameters) => call(connection, ...parameters);
}
