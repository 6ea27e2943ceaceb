import type { MetaRefusal } from '../../errors/metaError';

/** The number of parameters of a part, in Meta's words. */
export function checkCount(part: string, sent: number, expected: number): MetaRefusal | undefined {
  if (sent === expected) return undefined;
  return {
    code: 132000,
    details: `${part}: number of localizable_params (${sent}) does not match the expected number of params (${expected})`,
  };
}
