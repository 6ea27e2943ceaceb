import type { MetaRefusal } from '../errors/metaError';
import type { JsonObject } from '../json';
import { wordOf } from '../json';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/numbers';

/** The sender, for checks that need the simulator's data (media, templates, switches). */
export interface SendContext {
  simulator: Simulator;
  number: NumberRecord;
}

/** Says what Meta would refuse about a message at once, or nothing. */
export type CheckMessage = (message: JsonObject, context: SendContext) => MetaRefusal | undefined;

/** The type of a message to send; text when it is not given. */
export function typeOf({ type }: JsonObject): string {
  return type === undefined || type === null ? 'text' : wordOf(type).toLowerCase();
}
