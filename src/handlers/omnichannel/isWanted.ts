import type { Conversation } from '../records/conversations';

/** Whether somebody is still asked for: what a template wanted is over some time after it. */
export function isWanted(target: Conversation['target']): target is NonNullable<Conversation['target']> {
  return target !== undefined && Date.now() < (target.until ?? Number.POSITIVE_INFINITY);
}
