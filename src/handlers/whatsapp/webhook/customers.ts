import * as v from 'valibot';
import type { Customer } from './EventBase';
import { tolerant } from './tolerant';

const contactsSchema = tolerant.listOf(
  v.object({
    profile: tolerant.object({ name: tolerant.word, username: tolerant.word }),
    wa_id: tolerant.word,
    user_id: tolerant.word,
    parent_user_id: tolerant.word,
  }),
);

/** The people that a change names (`value.contacts`). Profile, phone and user id may each be missing. */
export function readContacts(contacts: unknown): Customer[] {
  return v.parse(contactsSchema, contacts).map(({ profile, wa_id, user_id, parent_user_id }) => ({
    ...readAddress(wa_id),
    ...(user_id === undefined ? {} : { userId: user_id }),
    parentUserId: parent_user_id,
    username: cleanName(profile?.username?.replace(/^@/, '')),
    name: cleanName(profile?.name),
  }));
}

const PHONE = /^\+?[\d\s().-]+$/;
/** E.164 allows 15. WhatsApp never writes more than 20. */
const MOST_DIGITS = 20;
/** A business-scoped user id is a country, a dot and up to 128 letters and digits; with a parent it is longer. */
const LONGEST_ID = 256;

/**
 * The phone or business-scoped user id (BSUID) of an address in a body. Digits are a phone; any other id is a BSUID.
 * The exact form of BSUIDs is not checked, so that a message is not lost when its sender has an id of a new form.
 */
export function readAddress(address: string | undefined): Pick<Customer, 'waId' | 'userId'> {
  if (address === undefined) return {};
  const digits = address.replace(/\D/g, '');
  if (PHONE.test(address) && digits !== '' && digits.length <= MOST_DIGITS) return { waId: digits };
  return address.length <= LONGEST_ID && /^[\x21-\x7e]+$/.test(address) ? { userId: address } : {};
}

/** Characters that change the direction of the text around them: marks, embeddings, overrides and isolates. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A name that somebody chose, without characters that change how it or the text after it reads. */
export function cleanName(name: string): string;
export function cleanName(name: string | undefined): string | undefined;
export function cleanName(name: string | undefined): string | undefined {
  return name?.replace(BIDI_CONTROLS, '').trim() || undefined;
}
