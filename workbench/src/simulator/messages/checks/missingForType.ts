import type { MetaRefusal } from '../../errors/MetaRefusal';

/** The object that a message's `type` names is not there. */
export function missingForType(type: string): MetaRefusal {
  return { code: 100, message: 'Invalid parameter', details: `Parameter '${type}' is mandatory for type '${type}'` };
}
