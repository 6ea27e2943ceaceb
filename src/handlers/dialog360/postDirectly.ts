import { RequestMethod } from '@rocket.chat/apps-engine/definition/accessors';
import type { IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { bytesOf } from './bytesOf';

/**
 * A POST by the sandbox's own `fetch`, for a body that is too heavy for the engine's pipe; takes and gives what `IHttp`
 * does. No redirect is followed: the key is for one host.
 *
 * @throws what `fetch` throws, and an Error where the answer took too long
 */
export async function postDirectly(url: string, { headers, data, timeout = 0 }: IHttpRequest): Promise<IHttpResponse> {
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: new Uint8Array(bytesOf(data)),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
  });
  return {
    url,
    method: RequestMethod.POST,
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    content: await response.text(),
  };
}
