import type { Customer } from './Customer';

const PHONE = /^\+?[\d\s().-]+$/;
/** E.164 has 15; what WhatsApp writes is never longer than this. */
const MOST_DIGITS = 20;
/** BSUID: country, dot, up to 128 letters and digits, and more where there is a parent. */
const LONGEST_ID = 256;

/**
 * Whom an address of a body means: digits are a phone, anything else that can be an id is a business-scoped user id.
 * The exact form of those ids is not asked for: a message whose sender has one of a new form must not get lost.
 */
export function readAddress(address: string | undefined): Pick<Customer, 'waId' | 'userId'> {
  if (address === undefined) return {};
  const digits = address.replace(/\D/g, '');
  if (PHONE.test(address) && digits !== '' && digits.length <= MOST_DIGITS) return { waId: digits };
  return address.length <= LONGEST_ID && /^[\x21-\x7e]+$/.test(address) ? { userId: address } : {};
}
