import * as v from 'valibot';
import type { NumberForm } from '../../machines/NumberForm';

/** A view's state is `{ blockId: { actionId: value } }`; a field that nobody touched is missing. */
const field = (id: keyof NumberForm) =>
  v.fallback(v.optional(v.object({ [id]: v.fallback(v.optional(v.string(), ''), '') }), {}), {});

const stateSchema = v.object({
  apiKey: field('apiKey'),
  phoneNumber: field('phoneNumber'),
  departmentId: field('departmentId'),
  welcomeMessage: field('welcomeMessage'),
  finishedMessage: field('finishedMessage'),
  offlineMessage: field('offlineMessage'),
});

/** What was typed into the Connect or Edit modal; what is missing is empty. */
export function readNumberForm(state: unknown): NumberForm {
  const parsed = v.parse(v.fallback(stateSchema, v.parse(stateSchema, {})), state);
  const value = (id: keyof NumberForm) => parsed[id][id] ?? '';
  return {
    apiKey: value('apiKey'),
    phoneNumber: value('phoneNumber'),
    departmentId: value('departmentId'),
    welcomeMessage: value('welcomeMessage'),
    finishedMessage: value('finishedMessage'),
    offlineMessage: value('offlineMessage'),
  };
}
