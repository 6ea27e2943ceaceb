import * as v from 'valibot';
import { cleanText } from '../../core/pasted';
import type { SubmittedView } from './SubmittedView';

const stateSchema = v.fallback(v.record(v.string(), v.fallback(v.record(v.string(), v.unknown()), {})), {});
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
export function readTemplateForm({ state }: SubmittedView, context: unknown): Record<string, string> {
  const { revisions } = v.parse(contextSchema, context);
  const typed = Object.entries(v.parse(stateSchema, state)).flatMap(([id, values]): [string, string][] => {
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
