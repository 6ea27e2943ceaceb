import type { WireText } from './WireView';

/** What a text object says. */
export function textOf(text: WireText | string | undefined): string {
  return typeof text === 'string' ? text : (text?.text ?? '');
}
