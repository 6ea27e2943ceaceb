import * as v from 'valibot';
import { KEPT_KEY } from '../../../blocks/numberForm';
import type { NumberForm } from '../../../machines/numberForm';
import { cleanLine, cleanText } from '../../core/pasted';
import type { SubmittedView } from './SubmittedView';

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

/** The field for the key as it is drawn where a key was typed before. */
const keptKeySchema = v.looseObject({
  blockId: v.literal('apiKey'),
  element: v.looseObject({ placeholder: v.looseObject({ text: v.literal(KEPT_KEY) }) }),
});

const shownSchema = v.fallback(v.object({ form: v.record(v.string(), v.string()) }), { form: {} });

/**
 * What was typed into the Connect or Edit modal. A modal that was drawn anew submits only what was touched since, so
 * what is missing is as it was shown; and its field for the key is drawn empty, so that an empty one is the key of before.
 * What comes along unseen when something is pasted is taken out here, once: the rest of the app uses what this gives.
 *
 * @param view as it was submitted, with its state
 * @param context of the journey, whose form is what the modal showed
 */
export function readNumberForm({ state, blocks = [] }: SubmittedView, context?: unknown): NumberForm {
  const parsed = v.parse(v.fallback(stateSchema, v.parse(stateSchema, {})), state);
  const shown: Partial<Record<string, string>> = v.parse(shownSchema, context).form;
  const value = (id: keyof NumberForm) => {
    const typed = parsed[id];
    const text = typed[id];
    return id in typed ? (typeof text === 'string' ? text : '') : (shown[id] ?? '');
  };
  const keepsKey = blocks.some((block) => v.is(keptKeySchema, block));
  return {
    apiKey: cleanLine(value('apiKey')) || (keepsKey ? cleanLine(shown.apiKey ?? '') : ''),
    phoneNumber: cleanLine(value('phoneNumber')),
    departmentId: value('departmentId'),
    welcomeMessage: cleanText(value('welcomeMessage')),
    finishedMessage: cleanText(value('finishedMessage')),
    offlineMessage: cleanText(value('offlineMessage')),
  };
}
