import { drawingOf } from '../blocks/elements';
import { doctorReport } from '../blocks/doctorReport';
import { examine } from '../handlers/numbers/doctor/examine';
import { changeNumber, readNumbers } from '../handlers/numbers/numbers';
import { fetchTemplates } from '../handlers/numbers/templates/fetchTemplates';
import { formatPhone } from '../handlers/whatsapp/phoneNumbers';
import type { DoctorEvent } from '../machines/doctor';
import { doctor } from '../machines/doctor';
import { createFlow } from './Flow';
import { registerWebhook } from './number/checkKey';
import { modalOf, progressOf } from './screens';

/** Examines a number, and sets its webhook again when that is what is wrong. */
export const doctorFlow = createFlow({
  id: 'doctor',
  version: 2,
  machine: doctor,
  handlers: {
    examine: async ({ digits }, { host }): Promise<DoctorEvent> => {
      const number = (await readNumbers(host)).find((each) => each.digits === digits);
      const gone = { key: 'errors:numberGone', params: { number: formatPhone(digits) } };
      return { type: 'EXAMINED', findings: number ? await examine(host, number) : [{ level: 'bad', says: gone }] };
    },
    refreshTemplates: async ({ digits }, { host }) => {
      const number = (await readNumbers(host)).find((each) => each.digits === digits);
      if (number) {
        // The examination that follows shows the result, or the reason for a failure.
        await fetchTemplates(host, number);
      }
    },
    repairWebhook: async ({ digits }, scene): Promise<DoctorEvent | undefined> => {
      const number = (await readNumbers(scene.host)).find((each) => each.digits === digits);
      const done = number && (await registerWebhook(scene, number.apiKey, number.webhookSecret));
      if (done?.type === 'REGISTERED') {
        await changeNumber(scene.host, digits, { siteUrl: await scene.host.memory.siteUrl.get(scene.host) });
      }
      const trouble = done?.type === 'FAILED' ? done.errors.apiKey : undefined;
      return trouble && { type: 'NOT_REPAIRED', trouble };
    },
  },
  screens: {
    examining: (_, scene) => {
      const { t } = scene;
      const meanwhile = t('doctor:stillExamining');
      return modalOf(progressOf(scene, { title: t('doctor:title'), doing: t('doctor:examining'), meanwhile }));
    },
    reported: ({ digits, findings }, scene) =>
      modalOf(doctorReport(drawingOf(scene), { number: formatPhone(digits), findings })),
  },
});
