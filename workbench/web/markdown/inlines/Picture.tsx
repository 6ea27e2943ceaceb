import type { Markup } from '@rocket.chat/message-parser';
import { safeUrl } from '../safeUrl';

const textOf = (label: Markup): string =>
  typeof label.value === 'string'
    ? label.value
    : Array.isArray(label.value)
      ? label.value.map((part) => ('value' in part && typeof part.value === 'string' ? part.value : '')).join('')
      : label.value.value;

/** `![label](address)`. */
export function Picture({ src, label }: { readonly src: string; readonly label: Markup }) {
  const safe = safeUrl(src);
  return safe ? <img className="wb-markdown-picture" src={safe} alt={textOf(label)} /> : <>{textOf(label)}</>;
}
