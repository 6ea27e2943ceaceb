import type { RequestMethod } from '@rocket.chat/apps-engine/definition/accessors/IHttp';

/**
 * A value in the real server's shape for apps, which the engine's types do not describe: a livechat room has no
 * creator, an upload's size is a number, reactions hold an object, a message has its visitor's token, and a missing
 * document is undefined.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the engine's type
export function readEngineShape<T extends object>(value: object | undefined): T {
  return value as T;
}

/** An HTTP method in the engine's lower case. The app's sandbox refuses a method that the endpoint lacks. */
export function readMethod(method: string): RequestMethod {
  return method.toLowerCase() as RequestMethod;
}
