import * as v from 'valibot';
import type { ContactCard, ContactsContent } from './MessageContent';
import { tolerant } from './tolerant';

const nameSchema = v.object({
  formatted_name: tolerant.word,
  prefix: tolerant.word,
  first_name: tolerant.word,
  middle_name: tolerant.word,
  last_name: tolerant.word,
  suffix: tolerant.word,
});
const phoneSchema = v.object({ phone: tolerant.word, wa_id: tolerant.word, type: tolerant.word });

const cardSchema = v.object({
  name: v.fallback(v.optional(v.union([v.string(), nameSchema])), undefined),
  org: tolerant.object({ company: tolerant.word, department: tolerant.word, title: tolerant.word }),
  phones: tolerant.listOf(v.union([v.string(), phoneSchema])),
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
type RawPhone = Partial<v.InferOutput<typeof phoneSchema>>;

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
  const { formatted_name, ...parts } =
    typeof name === 'string' ? { formatted_name: name.trim() || undefined } : (name ?? {});
  const numbers = phones.map((phone) => (typeof phone === 'string' ? { phone: phone.trim() || undefined } : phone));
  return {
    name: formatted_name ?? (together(Object.values(parts), ' ') || fromVcard(vcard, 'FN')),
    organisation: together([org?.company, org?.department, org?.title], ', ') || undefined,
    phones: (numbers.length > 0 ? numbers : [{}]).flatMap(({ phone, wa_id, type }: RawPhone) => {
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
