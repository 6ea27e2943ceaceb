import type { Scene } from '../Scene';

const DOCUMENTATION = 'https://docs.360dialog.com';

/** What an admin without a 360dialog account does to get one and an API key. */
export async function signUpSteps(scene: Scene): Promise<{ intro: string; steps: string[] }> {
  const { t } = scene;
  return {
    intro: t('setup:signUpIntro', { documentation: DOCUMENTATION }),
    steps: [
      t('setup:signUp', { link: await signUpLink(scene) }),
      t('setup:connectAccount'),
      t('setup:copyKey'),
      t('setup:comeBack'),
      t('setup:pasteKey'),
    ],
  };
}

/**
 * 360dialog's sign-up; with a partner id the account is made for that partner. The browser comes back to our page
 * afterwards (360dialog: integrated onboarding, `redirect_url`).
 */
async function signUpLink({ host }: Scene): Promise<string> {
  const partnerId = await host.memory.settings.get('partnerId');
  const path = partnerId ? `/dashboard/app/${encodeURIComponent(partnerId)}/permissions` : '/signup';
  const link = new URL(path, 'https://hub.360dialog.com');
  const siteUrl = await host.memory.siteUrl.get(host);
  const back = host.endpointPath('authSuccess');
  if (siteUrl && back) {
    link.searchParams.set('redirect_url', siteUrl + back);
  }
  return link.href;
}
