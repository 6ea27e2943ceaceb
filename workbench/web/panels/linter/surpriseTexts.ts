import type { Surprise } from '../../uikit/interactions/applyAnswer';

/** What each surprise means. */
export const surpriseTexts: Readonly<Record<Surprise['rule'], string>> = {
  'interaction-failed': 'The app did not answer an interaction; the client shows nothing and keeps the view open.',
  'interaction-too-slow': 'The app took more than 5 seconds; the client says so and throws the answer away.',
  'trigger-not-valid':
    'The answer or push came with a trigger that is unknown, used, or older than 5 seconds: nothing opened.',
  'modal-opened-by-submit': 'A submit was answered with modal.open: the client opens the modal and closes it again.',
  'modal-close-ignored': 'Released clients do nothing on modal.close.',
  'update-of-closed-view': 'An update came for a view that is not open.',
  'initial-value-not-submitted':
    'An update brought a field with a value: the client shows it, and does not submit it until it is touched.',
  'errors-not-shown': 'Errors came for a view that does not show any: only an open modal does.',
};
