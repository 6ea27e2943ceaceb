import type { Request } from 'express';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import type { Workspace } from '../../workspace/Workspace';

/** The user whose token came along in `X-User-Id` and `X-Auth-Token`, or undefined. */
export function identify(workspace: Workspace, request: Request): UserDocument | undefined {
  const userId = request.get('x-user-id');
  const token = request.get('x-auth-token');
  return userId && token ? workspace.users.authenticate(userId, token) : undefined;
}
