import type { MetaRefusal } from '../../errors/MetaRefusal';
import type { JsonObject } from '../../json/JsonObject';
import { wrongParam } from '../checks/wrongParam';

/** The action must be called so. */
export function checkName(action: JsonObject, name: string): MetaRefusal | undefined {
  return action.name === name ? undefined : wrongParam("interactive['action']['name']", `must be ${name}.`);
}
