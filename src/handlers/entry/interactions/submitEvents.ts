import { DELETE_OPT_OUT, OPT_OUT_FIELD } from '../../../blocks/forgetModal';
import * as v from 'valibot';
import { KEPT_KEY } from '../../../blocks/numberForm';
import type { FlowEvent } from '../../../flows/Flow';
import type { NumberForm } from '../../../machines/numberForm';
import { cleanLine, cleanText } from '../../core/text';

/** A text from a client; any other value counts as empty. */
export const claimedText = v.fallback(v.string(), '');

/** A view as a client sends it back: its id, its blocks, and the values of its fields. */
const submittedViewSchema = v.object({
  id: claimedText,
  state: v.optional(v.unknown()),
  blocks: v.fallback(v.array(v.unknown()), []),
});

/** The part that the readers of forms use. */
interface SubmittedView {
  state?: unknown;
  blocks?: readonly unknown[];
}

/** Parses the view of an interaction. A client may send anything, so parts of another shape are left out. */
export function readView(view: unknown): v.InferOutput<typeof submittedViewSchema> {
  return v.parse(v.fallback(submittedViewSchema, { id: '', blocks: [] }), view);
}

/** A view's state is `{ blockId: { actionId: value } }`; a field that nobody touched is missing, an emptied one is not. */
const field = v.fallback(v.optional(v.record(v.string(), v.unknown()), {}), {});

const numberFormSchema = v.object({
  apiKey: field,
  phoneNumber: field,
  departmentId: field,
  welcomeMessage: field,
  finishedMessage: field,
  offlineMessage: field,
});

/** The empty field for the key, drawn after a key was typed. */
const keptKeySchema = v.looseObject({
  blockId: v.literal('apiKey'),
  element: v.looseObject({ placeholder: v.looseObject({ text: v.literal(KEPT_KEY) }) }),
});

const shownSchema = v.fallback(v.object({ form: v.record(v.string(), v.string()) }), { form: {} });

/**
 * The typed values of the Connect or Edit modal. A modal that was drawn again submits only fields that were touched
 * since, so a missing field keeps its shown value. The key field is drawn empty then, so an empty one means the earlier
 * key. Invisible characters of pasted values are removed here, once, for the rest of the app.
 *
 * @param view as it was submitted, with its state
 * @param context of the journey, with the form that the modal showed
 */
export function readNumberForm({ state, blocks = [] }: SubmittedView, context?: unknown): NumberForm {
  const parsed = v.parse(v.fallback(numberFormSchema, v.parse(numberFormSchema, {})), state);
  const shown: Partial<Record<string, string>> = v.parse(shownSchema, context).form;
  const value = (id: keyof NumberForm) => {
    const typed = parsed[id];
    const text = typed[id];
    return id in typed ? (typeof text === 'string' ? text : '') : (shown[id] ?? '');
  };
  // Dots are no key: they are refused where this process does not know the key of before, and the person types it again.
  const keepsKey = blocks.some((block) => v.is(keptKeySchema, block));
  return {
    apiKey: cleanLine(value('apiKey')) || (keepsKey ? cleanLine(shown.apiKey ?? '') || KEPT_KEY : ''),
    phoneNumber: cleanLine(value('phoneNumber')),
    departmentId: value('departmentId'),
    welcomeMessage: cleanText(value('welcomeMessage')),
    finishedMessage: cleanText(value('finishedMessage')),
    offlineMessage: cleanText(value('offlineMessage')),
  };
}

const templateFormSchema = v.fallback(v.record(v.string(), v.fallback(v.record(v.string(), v.unknown()), {})), {});
const contextSchema = v.fallback(v.object({ revisions: v.record(v.string(), v.number()) }), { revisions: {} });

/** Ids of the inputs: the recipient, a list, a template's field, and the column with a field's values. */
const OWN = /^(?:recipient|numbers|file|phone|(?:column\.)?field\..+)$/;

/**
 * The typed values of a template's form, by the ids of the inputs. Untouched fields are absent, because a client does
 * not submit values that came with an update of the view. A field that the app filled in has a new id, so that the
 * client's value of the old field is ignored.
 *
 * @param context of the journey
 */
function readTemplateForm({ state }: SubmittedView, context: unknown): Record<string, string> {
  const { revisions } = v.parse(contextSchema, context);
  const typed = Object.entries(v.parse(templateFormSchema, state)).flatMap(([id, values]): [string, string][] => {
    const value = values[id.startsWith('field.') ? `${id}.${revisions[id] ?? 0}` : id];
    return typeof value === 'string' ? [[id, cleanText(value)]] : [];
  });
  return Object.fromEntries(typed.filter(([id]) => isField(id)));
}

/** The typed text of one field, from a press that names its element; empty when the form has no such element. */
export function readTypedField(actionId: string, typed: string): Record<string, string> {
  const id = actionId.slice(0, actionId.lastIndexOf('.'));
  return isField(id) ? { [id]: cleanText(typed) } : {};
}

/** Whether the form has this field; a client may name anything. */
export function isField(id: string): boolean {
  return OWN.test(id);
}

const forgetFormSchema = v.object({
  [OPT_OUT_FIELD]: v.object({ [OPT_OUT_FIELD]: v.literal(DELETE_OPT_OUT) }),
});

/** Whether the customer's opt-out is deleted too. Any unexpected value keeps it. */
function readForgetForm({ state }: SubmittedView): boolean {
  return v.is(forgetFormSchema, state);
}

/** The event for the machine when a journey's view is submitted, from the view and the journey's context. */
export const submitEvents: Readonly<Record<string, (view: SubmittedView, context: unknown) => FlowEvent>> = {
  connect: (view, context) => ({ type: 'SUBMIT', form: readNumberForm(view, context) }),
  edit: (view, context) => ({ type: 'SUBMIT', form: readNumberForm(view, context) }),
  disconnect: () => ({ type: 'CONFIRM' }),
  forget: (view) => ({ type: 'CONFIRM', alsoOptOut: readForgetForm(view) }),
  'send-template': (view, context) => ({ type: 'SUBMIT', typed: readTemplateForm(view, context) }),
  'bulk-template': (view, context) => ({ type: 'SUBMIT', typed: readTemplateForm(view, context) }),
};

/** The event for the machine when a journey's view is closed and the typed text is kept. Other journeys are deleted. */
export const closeEvents: Readonly<Record<string, (view: SubmittedView, context: unknown) => FlowEvent>> = {
  'send-template': (view, context) => ({ type: 'LEAVE', typed: readTemplateForm(view, context) }),
  'bulk-template': (view, context) => ({ type: 'LEAVE', typed: readTemplateForm(view, context) }),
};
