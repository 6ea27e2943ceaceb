import type { MetaRefusal } from '../../errors/metaError';

/** Code 100 with a subcode and the words that Meta means for the person. */
export function definitionRefusal(subcode: number, userTitle: string, userMessage: string): MetaRefusal {
  return { code: 100, message: 'Invalid parameter', subcode, userTitle, userMessage };
}
