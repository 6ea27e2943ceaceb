import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min';
import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/min';
import type { Result } from '../errors/Result';
import { cleanLine } from '../pasted';
import { formatPhone } from './formatPhone';

interface TypedPhone {
  /** Country code and number, nothing else: WhatsApp's own way of writing it. */
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
 * Reads a phone number as people write it: with + or 00, with blanks, dashes, dots, brackets, in other scripts' digits,
 * or as bare digits with the country code first (`551234567890`). Bare digits that are no such number are tried as a
 * national one of `defaultCountry`. Numbers of a right length but outside the assigned ranges pass: Meta's own test
 * numbers are such.
 */
export function readPhoneNumber(text: string, defaultCountry?: CountryCode): Result<TypedPhone> {
  // Contacts copied from a phone bring invisible marks of writing direction along.
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
