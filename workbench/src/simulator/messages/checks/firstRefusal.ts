import type { MetaRefusal } from '../../errors/MetaRefusal';

/** Checks one after the other and stops at the first refusal. */
export function firstRefusal(...checks: (() => MetaRefusal | undefined)[]): MetaRefusal | undefined {
  for (const check of checks) {
    const refusal = check();
    if (refusal) return refusal;
  }
  return undefined;
}
