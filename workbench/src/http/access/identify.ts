import type { Request } from 'express';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import type { Workspace } from '../../workspace/Workspace';

/** The user of the token in `X-User-Id` and `X-Auth-Token`, or undefined. */
export function identify(workspace: Workspace, request: Request): UserDocument | undefined {
  const userId = request.get('x-user-id');
  const token = request.get('x-auth-token');
  return userId && token ? workspace.users.authenticate(userId, token) : undefined;
}

/**
 * User id and token of a request for a file: the usual headers or, for an `<img>`, `rc_uid` and `rc_token` as cookies
 * or in the query, as Rocket.Chat accepts them for protected files.
 */
export function readCredentials(request: Request): { userId: string; token: string } | undefined {
  const { query, cookies } = parametersOf(request);
  const userId = request.get('x-user-id') ?? query.get('rc_uid') ?? cookies.get('rc_uid');
  const token = request.get('x-auth-token') ?? query.get('rc_token') ?? cookies.get('rc_token');
  return userId && token ? { userId, token } : undefined;
}

/**
 * The room and the token of a visitor who asks for a file of their conversation: `rc_room_type=l`, `rc_rid` and `rc_token`,
 * all in the query or all as cookies (FileUpload.requestCanAccessFiles of the server).
 */
export function readVisitorCredentials(request: Request): { rid: string; token: string } | undefined {
  const { query, cookies } = parametersOf(request);
  const from = query.has('rc_uid') || query.has('rc_token') ? query : cookies;
  const [type, rid, token] = ['rc_room_type', 'rc_rid', 'rc_token'].map((name) => from.get(name));
  return type === 'l' && rid && token ? { rid, token } : undefined;
}

function parametersOf(request: Request): { query: URLSearchParams; cookies: URLSearchParams } {
  return {
    query: new URL(request.originalUrl, 'http://localhost').searchParams,
    cookies: new URLSearchParams((request.get('cookie') ?? '').replace(/;\s*/g, '&')),
  };
}
