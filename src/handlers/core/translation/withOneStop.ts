import type { Translate } from './Translate';

/** A private character, which no text contains. It stands for the full stop at the end of a filled-in sentence. */
const OWN_STOP = '\uE000';
/** A mark of the text's own, perhaps behind the end of an isolate or a bracket. */
const ANOTHER_MARK = /\uE000(?=[\u2069)]*[.।。؟?!])/g;

/**
 * A text with what it mentions filled in. What others say, such as Meta, stands within sentences of ours, which have a
 * full stop of their own: where it brings one, too, there is one of them.
 */
export function withOneStop(translate: Translate, key: string, params: Parameters<Translate>[1] = {}): string {
  const marked = Object.entries(params).map(([name, value]) => [name, mark(value)] as const);
  return translate(key, Object.fromEntries(marked)).replace(ANOTHER_MARK, '').replaceAll(OWN_STOP, '.');
}

function mark(value: string | number): string | number {
  return typeof value === 'string' && value.endsWith('.') ? value.slice(0, -1) + OWN_STOP : value;
}
