import { setup } from 'xstate';

/** The events of the setup channel's dialogue. */
export type SetupEvent =
  | { type: 'OPEN' }
  | { type: 'YES' }
  | { type: 'NO' }
  | { type: 'ACCOUNT_READY' }
  | { type: 'NUMBER_CONNECTED' }
  | { type: 'LAST_NUMBER_DISCONNECTED' };

/**
 * The guided dialogue of the setup channel: does the admin have a 360dialog account, and what to do next. Each
 * workspace has one snapshot. A number may be connected at any moment (by the slash command too), so every step handles
 * that event.
 */
export const setupDialogue = setup({
  types: { events: {} as SetupEvent, tags: '' as 'end' },
  actions: {
    askForAccount: () => undefined,
    showLogInSteps: () => undefined,
    showSignUpSteps: () => undefined,
    sayAccountIsReady: () => undefined,
    sayStepIsShown: () => undefined,
    sayStepIsOver: () => undefined,
  },
}).createMachine({
  id: 'setupDialogue',
  initial: 'silent',
  states: {
    silent: {
      on: {
        OPEN: { target: 'asking', actions: 'askForAccount' },
        NUMBER_CONNECTED: 'connected',
      },
    },
    asking: {
      on: {
        YES: { target: 'loggingIn', actions: 'showLogInSteps' },
        NO: { target: 'signingUp', actions: 'showSignUpSteps' },
        NUMBER_CONNECTED: 'connected',
      },
    },
    loggingIn: {
      on: {
        YES: { actions: 'sayStepIsShown' },
        NO: { target: 'signingUp', actions: 'showSignUpSteps' },
        NUMBER_CONNECTED: 'connected',
      },
    },
    signingUp: {
      on: {
        YES: { target: 'loggingIn', actions: 'showLogInSteps' },
        NO: { actions: 'sayStepIsShown' },
        ACCOUNT_READY: { target: 'accountReady', actions: 'sayAccountIsReady' },
        NUMBER_CONNECTED: 'connected',
      },
    },
    accountReady: {
      on: {
        YES: { target: 'loggingIn', actions: 'showLogInSteps' },
        NO: { target: 'signingUp', actions: 'showSignUpSteps' },
        NUMBER_CONNECTED: 'connected',
      },
    },
    connected: {
      tags: 'end',
      on: {
        YES: { actions: 'sayStepIsOver' },
        NO: { actions: 'sayStepIsOver' },
        LAST_NUMBER_DISCONNECTED: 'asking',
      },
    },
  },
});
