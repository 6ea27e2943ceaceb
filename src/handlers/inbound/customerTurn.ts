import { phoneVariants } from '../whatsapp/phoneNumbers';

/** The turn of one customer at one number, under one of their ids: the spellings of a phone are one. */
export function customerTurn(number: string, id: string): string {
  const [first = id] = phoneVariants(id).sort();
  return `in ${number} ${first}`;
}
