/**
 * jsonrpc-lite, and one addition: a call that the app makes carries the id of the request it is made for
 * (`<own id>~<request id>`), also after the request has been answered. The host echoes ids and does not read them, so
 * nothing changes for the engine, and the workbench can count exactly what each request costs.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
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
  if (!Array.isArray(parsed) && parsed.type === 'request') current.enterWith(String(parsed.payload.id));
  return parsed;
}

export type Defined = jsonrpc.Defined;

// The runtime's files import it in both ways.
export default { ...jsonrpc, request, parseObject };
