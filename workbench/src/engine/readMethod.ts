import type { RequestMethod } from '@rocket.chat/apps-engine/definition/accessors/IHttp';

/** An HTTP method in the engine's lower case. What the app's endpoint does not have is refused by the app's sandbox. */
export function readMethod(method: string): RequestMethod {
  return method.toLowerCase() as RequestMethod;
}
