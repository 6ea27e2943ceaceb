import * as v from 'valibot';
import type { ContactCard, ContactsContent } from '../MessageContent';
import { tolerant } from '../tolerant';

const cardSchema = v.object({
  name: tolerant.object({ formatted_name: tolerant.word, first_name: tolerant.word, last_name: tolerant.word }),
  org: tolerant.object({ company: tolerant.word, department: tolerant.word, title: tolerant.word }),
  phones: tolerant.listOf(v.object({ phone: tolerant.word, wa_id: tolerant.word, type: tolerant.word })),
  emails: tolerant.listOf(v.object({ email: tolerant.word, type: tolerant.word })),
  urls: tolerant.listOf(v.object({ url: tolerant.word, type: tolerant.word })),
  addresses: tolerant.listOf(
    v.object({
      street: tolerant.word,
      city: tolerant.word,
      state: tolerant.word,
      zip: tolerant.word,
      country: tolerant.word,
      type: tolerant.word,
    }),
  ),
  birthday: tolerant.word,
  vcard: tolerant.text,
  origin: tolerant.word,
});

type RawCard = v.InferOutput<typeof cardSchema>;

/**
 * Shared contacts. Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/contacts
 * @param origin beside the list in newer bodies: `contact_request` when we asked for it
 */
export function readContactsContent(contacts: unknown, origin?: unknown): ContactsContent {
  const cards = v.parse(tolerant.listOf(cardSchema), contacts);
  const isRequested = [origin, ...cards.map((card) => card.origin)].includes('contact_request');
  return { type: 'contacts', contacts: cards.map(toCard), isRequested: isRequested || undefined };
}

function toCard({ name, org, phones, emails, urls, addresses, birthday, vcard = '' }: RawCard): ContactCard {
  return {
    name: name?.formatted_name ?? (together([name?.first_name, name?.last_name], ' ') || fromVcard(vcard, 'FN')),
    organisation: together([org?.company, org?.department, org?.title], ', ') || undefined,
    phones: phones.flatMap(({ phone, wa_id, type }) => {
      const number = phone ?? (wa_id === undefined ? fromVcard(vcard, 'TEL') : `+${wa_id}`);
      return number === undefined ? [] : [{ number, waId: wa_id?.replace(/\D/g, '') || undefined, label: type }];
    }),
    emails: emails.flatMap(({ email, type }) => (email === undefined ? [] : [{ address: email, label: type }])),
    urls: urls.flatMap(({ url, type }) => (url === undefined ? [] : [{ url, label: type }])),
    addresses: addresses.flatMap(({ type, street, zip, city, state, country }) => {
      const text = together([street, together([zip, city], ' '), state, country], ', ');
      return text === '' ? [] : [{ text, label: type }];
    }),
    birthday,
  };
}

function together(parts: (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

/** One line of a vCard, such as `FN:Ann Lee` or `TEL;type=CELL:+49 30 123`. */
function fromVcard(vcard: string, property: string): string | undefined {
  return new RegExp(`^(?:item\\d+\\.)?${property}(?:;[^:\\n]*)?:(.+)$`, 'im').exec(vcard)?.[1]?.trim();
}
