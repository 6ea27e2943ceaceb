import type { Translate } from '../../src/handlers/core/translation/Translate';

/** Says every sentence as its key, with what it mentions: `numbers:number {"number":"+55"}`. */
export const sayKeys: Translate = (key, params) =>
  params && Object.keys(params).length > 0 ? `${key} ${JSON.stringify(params)}` : key;
