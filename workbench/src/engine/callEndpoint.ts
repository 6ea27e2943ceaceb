import { ApiVisibility } from '@rocket.chat/apps-engine/definition/api/IApi';
import type { AppHostParts } from './AppHostParts';
import type { EndpointAnswer, EndpointCall } from './AppHost';
import { errorOf } from './callMethod';
import { readMethod } from './readEngineShape';

/**
 * Calls an app's endpoint as the real server does: unknown paths are undefined (404), a wrong hash answers 404, an
 * endpoint that asks for a signed-in user answers 401 without one, and a failing handler 500 with its message.
 */
export async function callEndpoint(parts: AppHostParts, call: EndpointCall): Promise<EndpointAnswer | undefined> {
  const { appId, visibility, hash, path, headers, query, content, user } = call;
  const { manager, bridges, converters, roundTrips } = parts;
  const match = bridges.getApiBridge().find(appId, path);
  // The real server checks only the path; the engine itself then refuses a private endpoint without its hash.
  if (!match || (visibility === 'private') !== (match.api.api.visibility === ApiVisibility.PRIVATE)) return undefined;
  const { endpoint } = match.api;
  if (endpoint.authRequired && !user) return { status: 401, headers: {}, content: 'Unauthorized' };

  const request = {
    method: readMethod(call.method),
    headers,
    query,
    params: match.params,
    content,
    privateHash: hash,
    ...(user && { user: converters.user(user) }),
  };
  const label = `${call.method.toUpperCase()} ${endpoint.path}`;
  try {
    const answer = await roundTrips.request('endpoint', label, () =>
      manager.getApiManager().executeApi(appId, endpoint.path, request),
    );
    const body: unknown = answer.content;
    return { status: answer.status, headers: answer.headers ?? {}, content: body };
  } catch (error) {
    return { status: 500, headers: {}, content: errorOf(error).message };
  }
}
