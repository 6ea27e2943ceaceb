import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min';
import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/min';
import type { Result } from '../core/errors/AppError';
import { cleanLine } from '../core/text';

/** Mobiles of Mexico as WhatsApp writes older accounts; the numbering plan dropped the 1 in 2019. */
const OLD_MEXICAN_MOBILE = /^521(\d{10})$/;

/**
 * A wa_id in readable form, such as `+55 11 98765 4321`. Digits outside all known plans only get a plus. Never fails.
 */
export function formatPhone(digits: string): string {
  const plain = digits.replace(/^\+/, '');
  const mexican = OLD_MEXICAN_MOBILE.exec(plain);
  const number = parsePhoneNumberFromString(`+${mexican ? `52${mexican[1] ?? ''}` : plain}`, { extract: false });
  return number?.isPossible() ? number.formatInternational() : /^\d+$/.test(plain) ? `+${plain}` : digits;
}

/**
 * A customer's name for admins: their phone, or Meta's id if there is no phone.
 *
 * @param id a phone's digits, a business-scoped id, or a customer's key, which may end with `~` and since when it is
 * theirs
 */
export function showCustomer(id: string): string {
  const [name = id] = id.split('~');
  return /^\d+$/.test(name) ? formatPhone(name) : name;
}

interface Rule {
  /** Matches one spelling; its groups form the other one. */
  pattern: RegExp;
  other: string;
}

/**
 * Countries where WhatsApp uses two spellings for one phone: the number of an older account, and the dialled number.
 * Brazil: mobiles that were registered before 2016 lack the leading 9; only 6 to 9 follow it there, lower first digits
 * are landlines of other people. Mexico: 521 for 52. Argentina: 549 for 54.
 */
const rules: readonly Rule[] = [
  { pattern: /^55(\d{2})9([6-9]\d{7})$/, other: '55$1$2' },
  { pattern: /^55(\d{2})([6-9]\d{7})$/, other: '55$19$2' },
  { pattern: /^521(\d{10})$/, other: '52$1' },
  { pattern: /^52([2-9]\d{9})$/, other: '521$1' },
  { pattern: /^549(\d{10})$/, other: '54$1' },
  { pattern: /^54([1-8]\d{9})$/, other: '549$1' },
];

/** The spellings that a wa_id of the same customer may have, itself first; a wa_id is digits with the country code. */
export function phoneVariants(waId: string): string[] {
  const digits = waId.replace(/^\+/, '');
  const rule = rules.find(({ pattern }) => pattern.test(digits));
  return rule ? [digits, digits.replace(rule.pattern, rule.other)] : [digits];
}

/** Whether two wa_ids (or two business-scoped ids) are the same customer's. */
export function sameCustomer(a: string, b: string): boolean {
  return phoneVariants(a).includes(b.replace(/^\+/, ''));
}

interface TypedPhone {
  /** Country code and number in digits, as WhatsApp writes it. */
  digits: string;
  /** For people, such as `+55 11 98765 4321`. */
  international: string;
}

const problems: Readonly<Record<string, string>> = {
  TOO_SHORT: 'errors:phoneTooShort',
  TOO_LONG: 'errors:phoneTooLong',
  INVALID_COUNTRY: 'errors:phoneCountryUnknown',
};

/**
 * Parses a phone number as people write it: with + or 00, with blanks, dashes, dots or brackets, in the digits of other
 * scripts, or as bare digits with the country code first (`551234567890`). Other bare digits are tried as a national
 * number of `defaultCountry`. Numbers of a valid length outside the assigned ranges are accepted, because Meta's own
 * test numbers are among them.
 */
export function readPhoneNumber(text: string, defaultCountry?: CountryCode): Result<TypedPhone> {
  // Contacts that are copied from a phone contain invisible direction marks.
  const typed = cleanLine(text);
  if (typed === '') {
    return refuse('errors:phoneMissing', typed);
  }
  if (/\p{L}/u.test(typed) || !/\p{Nd}/u.test(typed)) {
    return refuse('errors:phoneMalformed', typed);
  }
  const explicit = /^[(\s]*(\+|＋|00)/.exec(typed);
  const worldwide = explicit ? typed.replace(/^[(\s]*(\+|＋|00)/, '+') : `+${typed}`;
  const asWorldwide = parse(worldwide);
  const asNational = explicit ? undefined : parse(typed, defaultCountry);
  const number =
    [asWorldwide, asNational].find((candidate) => candidate?.isValid()) ??
    [asWorldwide, asNational].find((candidate) => candidate?.isPossible());
  if (number) {
    return accept(number.number.slice(1));
  }
  const digits = asWorldwide?.number.slice(1) ?? '';
  if (/^521\d{10}$/.test(digits)) {
    return accept(digits);
  }
  const why = validatePhoneNumberLength(worldwide);
  return refuse((why && problems[why]) ?? 'errors:phoneMalformed', typed);
}

function parse(text: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, { defaultCountry, extract: false });
}

function accept(digits: string): Result<TypedPhone> {
  return { ok: true, value: { digits, international: formatPhone(digits) } };
}

function refuse(key: string, value: string): Result<TypedPhone> {
  return { ok: false, error: { key, params: { value } } };
}

/** The most names that are listed. */
const MOST_NAMES = 10;

/** Customers in one line. */
export function listCustomers(customers: readonly string[]): string {
  const names = [...new Set(customers)];
  return [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ') || '–';
}
