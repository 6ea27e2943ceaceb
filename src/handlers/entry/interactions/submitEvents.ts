import { DELETE_OPT_OUT, OPT_OUT_FIELD } from '../../../blocks/forgetModal';
import * as v from 'valibot';
import { KEPT_KEY } from '../../../blocks/numberForm';
import type { FlowEvent } from '../../../flows/Flow';
import type { NumberForm } from '../../../machines/numberForm';
import { cleanLine, cleanText } from '../../core/text';

/** A text that a client claims; empty where it is none. */
export const claimedText = v.fallback(v.string(), '');

/** A view as a client sends it back: its id, its blocks as it had them, and the values of its fields. */
const submittedViewSchema = v.object({
  id: claimedText,
  state: v.optional(v.unknown()),
  blocks: v.fallback(v.array(v.unknown()), []),
});

/** What the readers of forms use of it. */
interface SubmittedView {
  state?: unknown;
  blocks?: readonly unknown[];
}

/** Reads the view of an interaction. A client may send anything in its place; what is not of this shape is left out. */
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
  const parsed = v.parse(v.fallback(numberFormSchema, v.parse(numberFormSchema, {})), state);
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

const templateFormSchema = v.fallback(v.record(v.string(), v.fallback(v.record(v.string(), v.unknown()), {})), {});
const contextSchema = v.fallback(v.object({ revisions: v.record(v.string(), v.number()) }), { revisions: {} });

/** Ids of the inputs: the recipient, a list, a template's field, and the column with a field's values. */
const OWN = /^(?:recipient|numbers|file|phone|(?:column\.)?field\..+)$/;

/**
 * What was typed into the form of a template, by the ids of the inputs. What nobody touched is absent, because a client
 * does not submit what came with an update of the view. A field that was filled in for the person is a new one, and what
 * the client still knows of the old one does not count.
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

/** The typed text of one field, from a press that names its element; empty if the form has no such element. */
export function readTypedField(actionId: string, typed: string): Record<string, string> {
  const id = actionId.slice(0, actionId.lastIndexOf('.'));
  return isField(id) ? { [id]: cleanText(typed) } : {};
}

/** Whether something can be filled in there; a client may name anything. */
export function isField(id: string): boolean {
  return OWN.test(id);
}

const forgetFormSchema = v.object({
  [OPT_OUT_FIELD]: v.object({ [OPT_OUT_FIELD]: v.literal(DELETE_OPT_OUT) }),
});

/** Whether the note that a customer wants no messages is deleted, too. Whatever else comes along keeps it. */
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
