import { drawingOf } from '../../blocks/elements';
import { listConfirm, listForm, listValues } from '../../blocks/listForms';
import { listResult } from '../../blocks/listResult';
import { resultModel } from '../../handlers/outbound/bulk/listResult';
import { findJob } from '../../handlers/outbound/bulk/templateJobs';
import { bulkTemplate } from '../../machines/bulkTemplate';
import { createFlow } from '../Flow';
import type { Scene, Screen } from '../Flow';
import { modalOf, progressOf } from '../screens';
import { templateOf } from '../sendTemplate/lookup';
import { checkList, dropDraft, readList, startList } from './handlers';
import { confirmModel, formModel, valuesModel } from './models';

/** A template to a list: the list is given, filled in, looked through and confirmed before anything is sent. */
export const bulkTemplateFlow = createFlow({
  id: 'bulk-template',
  version: 2,
  who: 'agent',
  machine: bulkTemplate,
  kept: ['listing', 'filling', 'confirming'],
  handlers: { readList, checkList, startList, dropDraft },
  screens: {
    listing: async (context, scene) => modalOf(listForm(drawingOf(scene), await formModel(scene, context))),
    reading: (_, scene) => progress(scene, 'bulk:reading'),
    filling: async (context, scene) => {
      const template = await templateOf(scene.host, context);
      return modalOf(listValues(drawingOf(scene), await valuesModel(scene, context, template)));
    },
    checking: (_, scene) => progress(scene, 'bulk:checking'),
    confirming: async (context, scene) => {
      const template = await templateOf(scene.host, context);
      return modalOf(listConfirm(drawingOf(scene), await confirmModel(scene, context, template)));
    },
    starting: (_, scene) => progress(scene, 'bulk:starting'),
    started: async ({ job: id }, scene): Promise<Screen> => {
      const job = id === undefined ? undefined : await findJob(scene.host, id);
      return job
        ? modalOf(listResult(drawingOf(scene), await resultModel(scene.host, scene.t, job, { page: 0, people: 'all' })))
        : { kind: 'nothing' };
    },
  },
});

function progress(scene: Scene, doing: string): Screen {
  const { t } = scene;
  return modalOf(progressOf(scene, { title: t('bulk:title'), doing: t(doing), meanwhile: t('bulk:meanwhile') }));
}
