import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { tellSetup } from '../../../flows/setupFlow';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translation/translatorOf';
import { ensureSetupRoom } from '../../omnichannel/setupRoom';

/**
 * The app was installed or updated: the setup channel is there and the question was asked in it, once. An update whose
 * user nobody knows leaves everything as it is.
 */
export async function begin(host: Host, user: IUser | undefined): Promise<void> {
  if (!user) {
    return;
  }
  await ensureSetupRoom(host, user);
  await tellSetup({ host, user, t: await translatorOf(host), stage: '' }, { type: 'OPEN' });
}
