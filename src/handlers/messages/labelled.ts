import type { Translate } from '../translation/Translate';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';

/** What phones call a number, an address or a page, in their own words → our word. */
const labels: Readonly<Record<string, string>> = {
  cell: 'messages:labelMobile',
  mobile: 'messages:labelMobile',
  home: 'messages:labelHome',
  work: 'messages:labelWork',
  main: 'messages:labelMain',
  other: 'messages:labelOther',
};

/** ` (work)` behind what is called so; what the customer called it stays as it is, and nothing is nothing. */
export function labelled(label: string | undefined, t: Translate): string {
  if (label === undefined) return '';
  const name = label.toLowerCase();
  const key = Object.hasOwn(labels, name) ? labels[name] : undefined;
  return ` (${key === undefined ? escapeMarkdown(label) : t(key)})`;
}
