import * as v from 'valibot';
import type { NumberForm } from '../../machines/NumberForm';

/** A view's state is `{ blockId: { actionId: value } }`; a field that nobody touched is missing, an emptied one is not. */
const field = v.fallback(v.optional(v.record(v.string(), v.unknown()), {}), {});

const stateSchema = v.object({
  apiKey: field,
  phoneNumber: field,
  departmentId: field,
  welcomeMessage: field,
  finishedMessage: field,
  offlineMessage: field,
});

const shownSchema = v.fallback(v.object({ form: v.record(v.string(), v.string()) }), { form: {} });

/**
 * What was typed into the Connect or Edit modal. A modal that was drawn anew submits only what was touched since, so
 * what is missing is as it was shown.
 *
 * @param context of the journey, whose form is what the modal showed
 */
export function readNumberForm(state: unknown, context?: unknown): NumberForm {
  const parsed = v.parse(v.fallback(stateSchema, v.parse(stateSchema, {})), state);
  const shown = v.parse(shownSchema, context).form;
  const value = (id: keyof NumberForm) => {
    const typed = parsed[id];
    const text = typed[id];
    return id in typed ? (typeof text === 'string' ? text : '') : (shown[id] ?? '');
  };
  return {
    apiKey: value('apiKey'),
    phoneNumber: value('phoneNumber'),
    departmentId: value('departmentId'),
    welcomeMessage: value('welcomeMessage'),
    finishedMessage: value('finishedMessage'),
    offlineMessage: value('offlineMessage'),
  };
}
