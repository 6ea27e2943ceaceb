import type { CustomerRecord, CustomersCollection } from '../store/customers';

/** The customer whom WhatsApp finds under these digits: also under the other spellings of the same mobile number. */
export function findByPhone(customers: CustomersCollection, digits: string): CustomerRecord | undefined {
  for (const spelling of spellingsOf(digits)) {
    const customer = customers.byWaId(spelling);
    if (customer) return customer;
  }
  return undefined;
}

/**
 * Spellings under which WhatsApp knows one mobile number, the given one first.
 * Brazil: with and without the ninth digit; Mexico: with and without 1 after 52; Argentina: with and without 9 after 54.
 */
export function spellingsOf(digits: string): string[] {
  const rules: [RegExp, (match: RegExpMatchArray) => string][] = [
    [/^55(\d{2})9(\d{8})$/, ([, area, rest]) => `55${area}${rest}`],
    [/^55(\d{2})(\d{8})$/, ([, area, rest]) => `55${area}9${rest}`],
    [/^521(\d{10})$/, ([, rest]) => `52${rest}`],
    [/^52(\d{10})$/, ([, rest]) => `521${rest}`],
    [/^549(\d{10})$/, ([, rest]) => `54${rest}`],
    [/^54(\d{10})$/, ([, rest]) => `549${rest}`],
  ];
  const others = rules.flatMap(([pattern, spell]) => {
    const match = digits.match(pattern);
    return match ? [spell(match)] : [];
  });
  return [digits, ...others];
}

/**
 * The WhatsApp id that a new user with this number gets. Brazil: area codes from 31 on were registered without the ninth
 * digit; Mexico has 1 after 52, Argentina 9 after 54. Everything else stays as it is.
 */
export function canonicalWaId(digits: string): string {
  const brazil = digits.match(/^55(\d{2})9(\d{8})$/);
  if (brazil && Number(brazil[1]) >= 31) return `55${brazil[1]}${brazil[2]}`;
  const mexico = digits.match(/^52([2-9]\d{9})$/);
  if (mexico) return `521${mexico[1]}`;
  const argentina = digits.match(/^54([1-8]\d{9})$/);
  if (argentina) return `549${argentina[1]}`;
  return digits;
}

/** The digits of a phone number as somebody typed it: `+55 (11) 5555-0100` → `551155550100`. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '');
}
