import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import { createHash, timingSafeEqual } from 'crypto';
import type { Host } from '../../core/Host';
import { withRoles } from '../../omnichannel/roles';

/** The header in which a program sends the secret of the settings. */
const SECRET_HEADER = 'x-template-secret';

/** The reason for a refusal, in the answer of `POST templateMessage`. */
export interface Forbidden {
  status: 401 | 403;
  error: string;
}

/**
 * Whether a program may send templates. Rocket.Chat checks only the address of an app's endpoint (`AppApi.ts`). The
 * settings may require a secret, or a Rocket.Chat login with one of the listed roles.
 */
export async function mayAskForTemplates(host: Host, request: IApiRequest): Promise<Forbidden | undefined> {
  const { settings } = host.memory;
  const access = await settings.get('templateAccess');
  if (access === 'secret') {
    const secret = await settings.get('templateSecret');
    const isRight = secret !== '' && timingSafeEqual(digest(secret), digest(headerOf(request, SECRET_HEADER) ?? ''));
    return isRight
      ? undefined
      : { status: 401, error: `Error! Missing or wrong secret in the header ${SECRET_HEADER}` };
  }
  if (access === 'login') {
    if (!request.user) {
      return { status: 401, error: 'Error! Log in with the headers X-Auth-Token and X-User-Id' };
    }
    const roles = await settings.get('templateRoles');
    const user = await withRoles(host, request.user);
    const isAllowed = user.roles.some((role) => roles.includes(role));
    return isAllowed
      ? undefined
      : { status: 403, error: 'Error! This user has none of the roles that may send templates' };
  }
  return undefined;
}

/** Reads a header, whatever its capitals. */
export function headerOf({ headers }: Pick<IApiRequest, 'headers'>, wanted: string): string | undefined {
  const name = Object.keys(headers).find((each) => each.toLowerCase() === wanted);
  const [value] = [name === undefined ? undefined : headers[name]].flat();
  return typeof value === 'string' ? value : undefined;
}

/** Digests are compared because they have equal lengths, which the comparison needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
