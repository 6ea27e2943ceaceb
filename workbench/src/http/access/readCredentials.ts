import type { Request } from 'express';

/**
 * User id and token of a request for a file: the usual headers, or what an `<img>` can carry: `rc_uid` and `rc_token` as
 * cookies or in the query, as Rocket.Chat takes them for protected files.
 */
export function readCredentials(request: Request): { userId: string; token: string } | undefined {
  const cookies = new URLSearchParams((request.get('cookie') ?? '').replace(/;\s*/g, '&'));
  const query = new URL(request.originalUrl, 'http://localhost').searchParams;
  const userId = request.get('x-user-id') ?? query.get('rc_uid') ?? cookies.get('rc_uid');
  const token = request.get('x-auth-token') ?? query.get('rc_token') ?? cookies.get('rc_token');
  return userId && token ? { userId, token } : undefined;
}
