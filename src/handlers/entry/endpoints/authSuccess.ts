import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { tellSetup } from '../../../flows/setupFlow';
import { languages } from '../../../locales/languages';
import type { Host } from '../../core/Host';
import { readInstall } from '../../core/records/install';
import { translatorOf } from '../../core/translation/translatorOf';
import { accountReadyPage } from './accountReadyPage';

/**
 * Where the browser lands after the sign-up at 360dialog. Whoever opens it is a stranger: nothing of the request is
 * read, trusted or shown. It moves the dialogue of the setup channel on, where that waits for an account, once.
 */
export async function authSuccess(host: Host, _request: IApiRequest): Promise<IApiResponse> {
  const t = await translatorOf(host);
  const language = await host.memory.settings.get('preferredLanguage');
  const { installedBy } = await readInstall(host);
  const user = installedBy ? await host.read.getUserReader().getById(installedBy) : undefined;
  if (user) {
    await tellSetup({ host, user, t, stage: '' }, { type: 'ACCOUNT_READY' });
  }
  const rtl = languages.some(({ tag, rtl: isRtl }) => tag === language && isRtl);
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      'Referrer-Policy': 'no-referrer',
    },
    content: accountReadyPage({ t, language, rtl }),
  };
}
