import { escapeMarkdown } from '../markup/escapeMarkdown';
import type { Translate } from '../translation/Translate';
import type { ContactCard } from '../webhook/MessageContent';
import type { Renderer } from './Renderer';
import { phoneLink } from './phoneLink';
import { safeUrl } from './safeUrl';

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
        `📞 ${phoneLink(number)}${labelled(label)}${waId === undefined ? '' : ' · WhatsApp'}`,
    ),
    ...emails.map(({ address, label }) => `✉️ ${escapeMarkdown(address)}${labelled(label)}`),
    ...urls.map(({ url, label }) => `🔗 ${safeUrl(url) ?? escapeMarkdown(url)}${labelled(label)}`),
    ...addresses.map(({ text, label }) => `🏠 ${escapeMarkdown(text)}${labelled(label)}`),
    ...(birthday === undefined ? [] : [`🎂 ${escapeMarkdown(birthday)}`]),
  ].join('\n');
}

/** `WORK`, `HOME`, or whatever the customer's phone calls it. */
function labelled(label: string | undefined): string {
  return label === undefined ? '' : ` (${escapeMarkdown(label)})`;
}
