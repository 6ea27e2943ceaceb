import { drawingOf } from '../../blocks/elements';
import { numberChoice, templateList } from '../../blocks/templateList';
import { templateDetails } from '../../blocks/templateDetails';
import { recipientForm, templateForm, templateReview } from '../../blocks/templateForm';
import type { Problem } from '../../handlers/core/errors/AppError';
import { mayBulk } from '../../handlers/omnichannel/roles';
import { notifyByIds } from '../../handlers/omnichannel/notifyUser';
import { findTemplates } from '../../handlers/numbers/templates/templates';
import { sendTemplate } from '../../machines/sendTemplate';
import { createFlow } from '../Flow';
import type { Scene, Screen } from '../Flow';
import { modalOf, noticeOf, progressOf } from '../screens';
import type { WizardContext } from './formInputs';
import { formOf } from './formInputs';
import { checkForm, checkRecipient, outcomeParams, prepareForm, recallUse, refreshList, sendIt } from './handlers';
import { languagesOf } from './lookup';
import { detailsModel, formModel, headingOf, listModel, numberChoices } from './models';
import { previewParts } from './previewParts';

/**
 * Choosing, filling in and sending a template. Errors of fields are drawn as blocks under them: an error that the
 * client itself shows would stay through every later step of the view.
 */
export const sendTemplateFlow = createFlow({
  id: 'send-template',
  version: 2,
  who: 'agent',
  machine: sendTemplate,
  kept: ['addressing', 'filling', 'reviewing'],
  handlers: { refreshList, recallUse, checkRecipient, prepareForm, checkForm, sendIt },
  late: { listing: tellLate, showing: tellLate, filling: tellLate, reviewing: tellLate },
  screens: {
    choosingNumber: async (context, scene) => {
      const model = { numbers: await numberChoices(scene), resume: context.resume };
      return view(context, numberChoice(drawingOf(scene), model));
    },
    listing: async (context, scene) => {
      const stored = await findTemplates(scene.host, context.number ?? '');
      return view(context, templateList(drawingOf(scene), await listModel(scene, context, stored)));
    },
    refreshing: (context, scene) => view(context, progress(scene, 'templates:refreshing')),
    showing: async (context, scene) => {
      const languages = await languagesOf(scene.host, context.number ?? '', context.template?.name ?? '');
      return view(context, templateDetails(drawingOf(scene), await detailsModel(scene, context, languages)));
    },
    addressing: async (context, scene) => {
      const model = {
        heading: await headingOf(scene, context),
        value: context.typed.recipient,
        problem: say(scene, context.problems.recipient),
        mayList: await mayBulk(scene.host, scene.user),
      };
      return modalOf(recipientForm(drawingOf(scene), model));
    },
    filling: async (context, scene) => {
      const form = await formOf(scene, context);
      if (!form) {
        return goneScreen(scene);
      }
      return modalOf(templateForm(drawingOf(scene), await formModel(scene, context, form)));
    },
    reviewing: async (context, scene) => {
      const form = await formOf(scene, context);
      if (!form) {
        return goneScreen(scene);
      }
      const parts = previewParts(form.template.definition, form.values, scene.t);
      const notice = context.notice && `:warning: ${say(scene, context.notice) ?? ''}`;
      const model = { heading: await headingOf(scene, context, form.template), parts, notice };
      return modalOf(templateReview(drawingOf(scene), model));
    },
    sending: (_, scene) => modalOf(progress(scene, 'templates:sending')),
    sent: (context, scene) => outcome(scene, context, 'templates:sent'),
    queued: (context, scene) => outcome(scene, context, 'templates:queued'),
    unsure: (context, scene) => outcome(scene, context, 'templates:unsure'),
  },
});

/** Posts the result of slow work in the room when the view was closed before the work ended. */
async function tellLate({ notice, roomId }: WizardContext, { host, user, t }: Scene): Promise<void> {
  if (notice) {
    await notifyByIds(host, { userId: user.id, roomId }, { text: t(notice.key, notice.params) });
  }
}

/** A step that only shows templates stays on the surface where the wizard was opened. */
function view({ surface }: WizardContext, modal: ReturnType<typeof templateList>): Screen {
  return { kind: 'modal', modal, ...(surface === 'bar' ? { surface } : {}) };
}

function progress(scene: Scene, doing: string) {
  const { t } = scene;
  return progressOf(scene, { title: t('templates:listTitle'), doing: t(doing), meanwhile: t('templates:meanwhile') });
}

function outcome(scene: Scene, context: WizardContext, key: string): Screen {
  const { t } = scene;
  return noticeOf(scene, { title: t('templates:formTitle'), text: t(key, outcomeParams(context)) });
}

function goneScreen(scene: Scene): Screen {
  const { t } = scene;
  return noticeOf(scene, { title: t('templates:formTitle'), text: t('templates:stoppedGone') });
}

function say({ t }: Scene, problem: Problem | undefined): string | undefined {
  return problem && t(problem.key, problem.params);
}
