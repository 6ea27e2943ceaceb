import type { Translate } from '../../handlers/translation/Translate';

/** Where customers of 360dialog manage their numbers. */
const HUB = 'https://hub.360dialog.com';
const DOCUMENTATION = 'https://docs.360dialog.com';

/** What an admin with a 360dialog account does to get an API key. */
export function logInSteps(t: Translate): { intro: string; steps: string[] } {
  return {
    intro: t('setup:logInIntro', { documentation: DOCUMENTATION }),
    steps: [
      t('setup:logIn', { link: HUB }),
      t('setup:openAccounts'),
      t('setup:addNumber'),
      t('setup:saveNumber'),
      t('setup:copyKey'),
      t('setup:comeBack'),
      t('setup:pasteKey'),
    ],
  };
}
