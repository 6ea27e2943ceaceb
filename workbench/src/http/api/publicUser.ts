import type { UserDocument } from '../../workspace/documents/UserDocument';

/** A user as lists show it to others. */
export function publicUser({ _id, username, name, roles, type, status, active, statusLivechat, appId }: UserDocument) {
  return {
    _id,
    username,
    name,
    roles,
    type,
    status,
    active,
    nameInsensitive: name.toLowerCase(),
    ...(statusLivechat && { statusLivechat }),
    ...(appId && { appId }),
  };
}
