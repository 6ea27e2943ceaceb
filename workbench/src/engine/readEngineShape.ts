import type { RequestMethod } from '@rocket.chat/apps-engine/definition/accessors/IHttp';

/**
 * A value in the shape that the real server gives to apps, where the engine's types say otherwise: a livechat room has
 * no creator, an upload's size is a number, reactions hold an object, a message carries its
 * visitor's token, and what is not found is undefined.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the engine's type
export function readEngineShape<T extends object>(value: object | undefined): T {
  return value as T;
}

/** An HTTP method in the engine's lower case. What the app's endpoint does not have is refused by the app's sandbox. */
export function readMethod(method: string): RequestMethod {
  return method.toLowerCase() as RequestMethod;
}
