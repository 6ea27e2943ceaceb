import type { Response } from 'express';
import type { EndpointCall } from '../../engine/AppHost';
import type { HttpContext, OpenCall, Route } from '../Route';

/** The endpoints that apps provide, public ones and private ones behind the app's hash. */
export function endpointRoutes({ apps }: HttpContext): Route[] {
  async function call(
    visibility: EndpointCall['visibility'],
    { user, params, body, request }: OpenCall,
    response: Response,
  ) {
    const answer = await apps.callEndpoint({
      appId: params.appId ?? '',
      visibility,
      hash: params.hash,
      path: params.path ?? '',
      method: request.method,
      headers: flat(request.headers),
      query: flat(request.query),
      content: body ?? {},
      user,
    });
    if (!answer) return void response.sendStatus(404);
    response.set(answer.headers).status(answer.status).send(answer.content);
  }
  return [
    {
      method: 'all',
      path: '/api/apps/private/:appId/:hash/*path',
      access: 'anyone',
      respond: (request, response) => call('private', request, response),
    },
    {
      method: 'all',
      path: '/api/apps/public/:appId/*path',
      access: 'anyone',
      respond: (request, response) => call('public', request, response),
    },
  ];
}

/** Headers and query for apps: text by name; repeated values are joined as in HTTP. */
function flat(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asText(value)]));
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(asText).join(', ') : JSON.stringify(value);
}
