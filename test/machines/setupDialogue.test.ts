import { setupDialogue } from '../../src/machines/setupDialogue';
import type { SetupEvent } from '../../src/machines/setupDialogue';
import { describePaths } from '../support/describePaths';
import { play } from '../support/play';

type Happening = SetupEvent['type'];

/** Effects after a way through the dialogue, and where it then stands. */
const after = (...types: Happening[]) => {
  const { at, effects } = play(
    setupDialogue,
    types.map((type) => ({ type })),
  );
  return [at, ...effects];
};

describe('the dialogue of the setup channel', () => {
  describePaths({
    machine: setupDialogue,
    events: [
      { type: 'OPEN' },
      { type: 'YES' },
      { type: 'NO' },
      { type: 'ACCOUNT_READY' },
      { type: 'NUMBER_CONNECTED' },
      { type: 'LAST_NUMBER_DISCONNECTED' },
    ],
  });

  test.each<[string, Happening[], string[]]>([
    ['asks once, however often the app is installed or updated', ['OPEN', 'OPEN'], ['asking', 'askForAccount']],
    ['shows the log-in steps', ['OPEN', 'YES'], ['loggingIn', 'askForAccount', 'showLogInSteps']],
    ['shows the sign-up steps', ['OPEN', 'NO'], ['signingUp', 'askForAccount', 'showSignUpSteps']],
    [
      'lets an admin change their mind, both ways',
      ['OPEN', 'YES', 'NO', 'YES'],
      ['loggingIn', 'askForAccount', 'showLogInSteps', 'showSignUpSteps', 'showLogInSteps'],
    ],
    [
      'does not repeat steps that are shown already',
      ['OPEN', 'YES', 'YES'],
      ['loggingIn', 'askForAccount', 'showLogInSteps', 'sayStepIsShown'],
    ],
    [
      'says that the account is ready once, however often the page is loaded',
      ['OPEN', 'NO', 'ACCOUNT_READY', 'ACCOUNT_READY'],
      ['accountReady', 'askForAccount', 'showSignUpSteps', 'sayAccountIsReady'],
    ],
    ['hears of an account only where it waits for one', ['OPEN', 'YES', 'ACCOUNT_READY'], after('OPEN', 'YES')],
    ['knows a number that was connected by command', ['NUMBER_CONNECTED'], ['connected']],
    [
      'says that a step is over, and does nothing else',
      ['OPEN', 'NUMBER_CONNECTED', 'YES', 'NO', 'ACCOUNT_READY'],
      ['connected', 'askForAccount', 'sayStepIsOver', 'sayStepIsOver'],
    ],
    [
      'takes answers again when the last number is gone',
      ['OPEN', 'NUMBER_CONNECTED', 'LAST_NUMBER_DISCONNECTED', 'YES'],
      ['loggingIn', 'askForAccount', 'showLogInSteps'],
    ],
  ])('%s', (_title, way, outcome) => {
    expect(after(...way)).toEqual(outcome);
  });

  test.each<Happening[]>([[], ['OPEN'], ['OPEN', 'YES'], ['OPEN', 'NO'], ['OPEN', 'NO', 'ACCOUNT_READY']])(
    'is over when a number is connected after %j %j %j',
    (...way) => {
      expect(after(...way, 'NUMBER_CONNECTED')[0]).toBe('connected');
    },
  );
});
