import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Mobiles of Mexico as WhatsApp writes older accounts; the numbering plan dropped the 1 in 2019. */
const OLD_MEXICAN_MOBILE = /^521(\d{10})$/;

/** A wa_id as people read it, such as `+55 11 98765 4321`; digits of no known plan only get their plus. Never fails. */
export function formatPhone(digits: string): string {
  const plain = digits.replace(/^\+/, '');
  const mexican = OLD_MEXICAN_MOBILE.exec(plain);
  const number = parsePhoneNumberFromString(`+${mexican ? `52${mexican[1] ?? ''}` : plain}`, { extract: false });
  return number?.isPossible() ? number.formatInternational() : /^\d+$/.test(plain) ? `+${plain}` : digits;
}
