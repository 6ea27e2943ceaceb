import { countryOf } from './countryOf';
import { randomDigits } from './randomDigits';

/** A new business-scoped user id: country, a dot, digits. */
export function createUserId(waId: string | undefined): string {
  return `${countryOf(waId)}.${randomDigits(16)}`;
}
