import { connectButton } from '../../blocks/connectButton';
import { connectSteps } from '../../blocks/connectSteps';
import { section } from '../../blocks/elements/section';
import { setupQuestion } from '../../blocks/setupQuestion';
import { setupDialogue } from '../../machines/setupDialogue';
import { createFlow } from '../createFlow';
import { sayInSetupRoom } from '../sayInSetupRoom';
import { sayToUser } from '../sayToUser';
import { isAsked } from './isAsked';
import { logInSteps } from './logInSteps';
import { signUpSteps } from './signUpSteps';

/** The guided dialogue of the setup channel; every step of it is a message of the bot. */
export const setupFlow = createFlow({
  id: 'setup',
  version: 1,
  machine: setupDialogue,
  handlers: {
    askForAccount: async (_, scene) => {
      if (!(await isAsked(scene))) {
        await sayInSetupRoom(scene, (drawing) => ({
          text: drawing.t('setup:question'),
          blocks: setupQuestion(drawing),
        }));
      }
    },
    showLogInSteps: (_, scene) =>
      sayInSetupRoom(scene, (drawing) => {
        const steps = logInSteps(drawing.t);
        return { text: steps.intro, blocks: connectSteps(drawing, steps) };
      }),
    showSignUpSteps: async (_, scene) => {
      const steps = await signUpSteps(scene);
      await sayInSetupRoom(scene, (drawing) => ({ text: steps.intro, blocks: connectSteps(drawing, steps) }));
    },
    sayAccountIsReady: (_, scene) =>
      sayInSetupRoom(scene, (drawing) => ({
        text: drawing.t('setup:accountReady'),
        blocks: [section(drawing, 'setup-ready', drawing.t('setup:accountReady')), connectButton(drawing)],
      })),
    sayStepIsShown: (_, scene) => sayToUser(scene, scene.t('setup:stepIsShown')),
    sayStepIsOver: (_, scene) => sayToUser(scene, scene.t('setup:stepIsOver')),
  },
  screens: {},
});
