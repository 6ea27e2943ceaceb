import type { CustomerRecord } from '../store/CustomerRecord';

/** The digits that stand for a user inside a wamid: the phone, or those of the business-scoped id. */
export function userDigits({ waId, userId }: CustomerRecord): string {
  return waId ?? userId.replace(/\D/g, '');
}
