import type { Translate } from '../translation/Translate';
import type { ContactCard } from '../webhook/MessageContent';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { labelled } from './labelled';
import { phoneLink } from './phoneLink';
import type { Renderer } from './Renderer';
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
        `📞 ${phoneLink(number)}${labelled(label, t)}${waId === undefined ? '' : ' · WhatsApp'}`,
    ),
    ...emails.map(({ address, label }) => `✉️ ${escapeMarkdown(address)}${labelled(label, t)}`),
    ...urls.map(({ url, label }) => `🔗 ${safeUrl(url) ?? escapeMarkdown(url)}${labelled(label, t)}`),
    ...addresses.map(({ text, label }) => `🏠 ${escapeMarkdown(text)}${labelled(label, t)}`),
    ...(birthday === undefined ? [] : [`🎂 ${escapeMarkdown(birthday)}`]),
  ].join('\n');
}
