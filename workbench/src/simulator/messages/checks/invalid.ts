import type { MetaRefusal } from '../../errors/MetaRefusal';

/** A value that Meta does not take, with the sentence that says why. */
export function invalid(details: string): MetaRefusal {
  return { code: 131009, details };
}
