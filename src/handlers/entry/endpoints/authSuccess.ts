import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { tellSetup } from '../../../flows/setupFlow';
import { languages } from '../../../locales/languages';
import type { Host } from '../../core/Host';
import { readInstall } from '../../core/records/install';
import type { Translate } from '../../core/translator';
import { translatorOf } from '../../core/translator';

/**
 * The page to which 360dialog sends the browser after the sign-up. Anybody may open it, so nothing of the request is
 * read, trusted or shown. If the dialogue of the setup channel waits for an account, the page moves it on, once.
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

/**
 * The page after the sign-up at 360dialog: what happened and what to do next. It shows only this app's own sentences.
 */
export function accountReadyPage({ t, language, rtl }: { t: Translate; language: string; rtl: boolean }): string {
  return `<!doctype html>
<html lang="${language}" dir="${rtl ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${t('setup:pageTitle')}</title>
    <style>
      body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f7f8fa; color: #1f2329;
        font: 1rem/1.5 system-ui, sans-serif; }
      main { max-width: 28rem; margin: 1rem; padding: 2rem; background: #fff; border-radius: 0.5rem;
        box-shadow: 0 0 0.75rem rgb(47 52 61 / 0.15); text-align: center; }
      h1 { font-size: 1.25rem; }
    </style>
  </head>
  <body>
    <main>
      <h1>${t('setup:pageTitle')}</h1>
      <p>${t('setup:pageText')}</p>
    </main>
  </body>
</html>
`;
}
