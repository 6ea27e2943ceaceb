import type { Translate } from '../../core/translator';
import { escapeMarkdown } from '../markup/whatsAppToMarkdown';
import type { ContactCard } from '../webhook/MessageContent';
import type { Renderer } from './RenderedMessage';
import { lookUp } from '../../core/text';

const MAP = 'https://www.google.com/maps/search/?api=1&query=';
/** Six decimals are a tenth of a metre. */
const round = (degrees: number) => Number(degrees.toFixed(6));

/**
 * A location: its name and address, its coordinates as a link to the map, and its web page. Map:
 * https://developers.google.com/maps/documentation/urls/get-started#search-action
 */
export const renderLocation: Renderer<'location'> = ({ latitude, longitude, name, address, url }, t) => {
  const title =
    name === undefined ? t('messages:location') : t('messages:locationNamed', { name: escapeMarkdown(name) });
  const [north, east] = [latitude, longitude].map((degrees) => degrees && round(degrees));
  const map =
    north === undefined || east === undefined
      ? undefined
      : `[${t('messages:coordinates', { latitude: north, longitude: east })}](${MAP}${north}%2C${east})`;
  const lines = [
    title,
    address === undefined ? undefined : escapeMarkdown(address),
    map,
    url && (safeUrl(url) ?? escapeMarkdown(url)),
  ];
  return { text: lines.filter((line) => line !== undefined && line !== '').join('\n') };
};

/** Shared contacts: one block of lines each, phones as links to call them. */
export const renderContacts: Renderer<'contacts'> = ({ contacts, isRequested }, t) => {
  const cards = contacts.map((card) => renderCard(card, t));
  const text = cards.length === 0 ? t('messages:noContact') : cards.join('\n\n');
  return { text: isRequested ? `${t('messages:sharedOwnContact')}\n${text}` : text };
};

function renderCard(
  { name, organisation, phones, emails, urls, addresses, birthday }: ContactCard,
  t: Translate,
): string {
  const title =
    name === undefined ? t('messages:contactUnnamed') : t('messages:contact', { name: escapeMarkdown(name) });
  return [
    title,
    ...(organisation === undefined ? [] : [`🏢 ${escapeMarkdown(organisation)}`]),
    ...phones.map(
      ({ number, waId, label }) =>
        `📞 ${phoneLink(number)}${labelled(label, t)}${waId === undefined ? '' : ' · WhatsApp'}`,
    ),
    ...emails.map(({ address, label }) => `✉️ ${escapeMarkdown(address)}${labelled(label, t)}`),
    ...urls.map(({ url, label }) => `🔗 ${safeUrl(url) ?? escapeMarkdown(url)}${labelled(label, t)}`),
    ...addresses.map(({ text, label }) => `🏠 ${escapeMarkdown(text)}${labelled(label, t)}`),
    ...(birthday === undefined ? [] : [`🎂 ${escapeMarkdown(birthday)}`]),
  ].join('\n');
}

/** The key of our name for each label of a phone number, an address or a web page. */
const labels: Readonly<Record<string, string>> = {
  cell: 'messages:labelMobile',
  mobile: 'messages:labelMobile',
  home: 'messages:labelHome',
  work: 'messages:labelWork',
  main: 'messages:labelMain',
  other: 'messages:labelOther',
};

/** The label in brackets, such as ` (work)`. A customer's own label stays unchanged; '' without a label. */
export function labelled(label: string | undefined, t: Translate): string {
  if (label === undefined) return '';
  const name = label.toLowerCase();
  const key = lookUp(labels, name);
  return ` (${key === undefined ? escapeMarkdown(label) : t(key)})`;
}

/**
 * A phone number as a link that calls it; any other text stays plain. Invisible characters that phones put around
 * numbers are removed.
 */
export function phoneLink(number: string): string {
  const shown = number
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const digits = shown.replace(/[^\d+]/g, '');
  const isNumber = /^\+?[\d\s()./-]{3,40}$/.test(shown) && /^\+?\d{3,20}$/.test(digits);
  return isNumber ? `[${shown}](tel:${digits})` : escapeMarkdown(number);
}

/** A web address that can be a link: http or https, without characters that would end the link in Markdown. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s<>|()[\]"'`\\]+$/i.test(url) ? url : undefined;
}
