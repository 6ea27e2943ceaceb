import type { ElementValues } from '../ElementValues';

/** Values by block id and action id, the shape in which they travel with `viewSubmit`. */
export type SubmitState = Record<string, Record<string, unknown>>;

/**
 * Groups values by block. An element whose block has no id never travels; an untouched one leaves its block's entry with an
 * undefined value, so that JSON keeps an empty object for it.
 */
export function submitState(values: ElementValues): SubmitState {
  const state: SubmitState = {};
  for (const [actionId, entry] of Object.entries(values)) {
    if (entry?.blockId) {
      state[entry.blockId] = { ...state[entry.blockId], [actionId]: entry.value };
    }
  }
  return state;
}
