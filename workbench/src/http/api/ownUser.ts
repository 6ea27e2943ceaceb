import type { UserDocument } from '../../workspace/documents/UserDocument';

/** A user as `me` and `login` show it to that user. */
export function ownUser(user: UserDocument, siteUrl: string) {
  const { _id, username, name, roles, type, status, active, emails, statusLivechat, language, utcOffset } = user;
  return {
    _id,
    username,
    name,
    roles,
    type,
    status,
    statusConnection: status,
    active,
    emails: emails ?? [],
    utcOffset: utcOffset ?? 0,
    avatarUrl: `${siteUrl}/avatar/${username}`,
    settings: { preferences: {} },
    ...(language && { language }),
    ...(statusLivechat && { statusLivechat }),
  };
}
