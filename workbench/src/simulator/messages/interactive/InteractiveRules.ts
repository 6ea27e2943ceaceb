import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { wrongParam } from '../checks';

/** The rules of one type of interactive message. */
export interface InteractiveRules {
  headers: readonly ('text' | 'image' | 'video' | 'document' | 'gif')[];
  headerRequired?: boolean;
  body: 'required' | 'optional' | 'none';
  /** Characters of the body, 1024 unless told. */
  bodyMax?: number;
  check(action: JsonObject, interactive: JsonObject): MetaRefusal | undefined;
}

/** The action must be called so. */
export function checkName(action: JsonObject, name: string): MetaRefusal | undefined {
  return action.name === name ? undefined : wrongParam("interactive['action']['name']", `must be ${name}.`);
}
