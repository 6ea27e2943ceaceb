import * as v from 'valibot';
import { section } from '../blocks/elements';
import { connectButton, connectSteps, setupQuestion } from '../blocks/setupMessages';
import type { ActionId } from '../handlers/core/actionValue';
import { newestMessages } from '../handlers/omnichannel/newestMessages';
import { ensureSetupRoom } from '../handlers/omnichannel/setupRoom';
import { readSnapshot, SETUP_STAGE } from './snapshots';
import type { Translate } from '../handlers/core/translator';
import type { SetupEvent } from '../machines/setupDialogue';
import { setupDialogue } from '../machines/setupDialogue';
import type { Scene } from './Flow';
import { createFlow } from './Flow';
import { runFlow } from './runFlow';
import { sayInSetupRoom, sayToUser } from './sayToUser';

const ANSWER: ActionId = 'account-yes';

/** The question is recognised by its buttons' action, whatever language it was asked in. */
const questionSchema = v.object({
  blocks: v.pipe(
    v.array(v.looseObject({ elements: v.optional(v.array(v.looseObject({ actionId: v.optional(v.string()) }))) })),
    v.check((blocks) => blocks.some(({ elements }) => elements?.some(({ actionId }) => actionId === ANSWER))),
  ),
});

/** Rocket.Chat gives no more than this many messages at once. */
const MOST_MESSAGES = 100;

/**
 * Whether the channel already holds the question: an earlier installation, whose records are gone, may have asked it.
 * Its buttons work with this installation too.
 */
async function isAsked({ host, user }: Scene): Promise<boolean> {
  const { room } = await ensureSetupRoom(host, user);
  const messages = await newestMessages(host, room.id, MOST_MESSAGES);
  return messages.some((message) => v.is(questionSchema, message));
}

/** Where customers of 360dialog manage their numbers. */
const HUB = 'https://hub.360dialog.com';
const DOCUMENTATION = 'https://docs.360dialog.com';

/** How an admin with a 360dialog account gets an API key. */
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

/** How an admin without a 360dialog account gets an account and an API key. */
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

/** Passes an event to the dialogue of the setup channel and lets it answer. Starts the dialogue if there is none. */
export async function tellSetup(scene: Scene, event: SetupEvent): Promise<void> {
  await scene.host.memory.locks.run(SETUP_STAGE, async () => {
    const stage: Scene = { ...scene, stage: SETUP_STAGE };
    const snapshot = await readSnapshot(stage);
    const current = snapshot?.version[1] === setupFlow.version ? snapshot.position : undefined;
    const position = current ?? setupFlow.start(undefined).position;
    await runFlow(setupFlow, stage, setupFlow.step(position, event));
  });
}
