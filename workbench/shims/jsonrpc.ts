/**
 * jsonrpc-lite, and two additions. A call that the app makes carries the id of the request it is made for
 * (`<own id>~<request id>`), also after the request has been answered. The host echoes ids and does not read them, so
 * nothing changes for the engine, and the workbench can count exactly what each request costs. And the sandbox's clock
 * follows the workbench's: see `clock.ts`.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { hear, isQuestion } from './clock.ts';
import { enqueue } from './runtimeQueue.ts';
import * as jsonrpc from 'jsonrpc-lite-itself';

export {
  ErrorObject,
  JsonRpc,
  JsonRpcError,
  NotificationObject,
  RequestObject,
  SuccessObject,
  error,
  notification,
  parse,
  success,
} from 'jsonrpc-lite-itself';

const current = new AsyncLocalStorage<string>();

export function request(id: string, method: string, params?: unknown) {
  const cause = current.getStore();
  return jsonrpc.request(cause === undefined ? id : `${id}~${cause}`, method, params);
}

/** The runtime parses each message and at once, in the same turn, starts its handler: what follows belongs to it. */
export function parseObject(message: unknown) {
  const parsed = jsonrpc.parseObject(message);
  if (Array.isArray(parsed) || parsed.type !== 'request') return parsed;
  const { id, method, params } = parsed.payload;
  if (isQuestion(method, params)) {
    void hear(params).then((answer) => enqueue(jsonrpc.success(id, answer)));
    // The runtime gets an answer that nobody waits for. As a request it would be given a logger, and that of 1.53 takes
    // the place of the one that the app is using: what the app logs would be lost or stand under this request.
    return { ...parsed, type: 'success', payload: jsonrpc.success(id, null) };
  }
  current.enterWith(String(id));
  return parsed;
}

export type Defined = jsonrpc.Defined;

// The runtime's files import it in both ways.
export default { ...jsonrpc, request, parseObject };
