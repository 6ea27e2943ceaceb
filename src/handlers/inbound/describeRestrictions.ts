import { humaniseName } from '../messages/humaniseName';
import type { Translate } from '../translation/Translate';
import type { AccountUpdateEvent } from '../webhook/AccountEvent';

/**
 * WhatsApp's word for a restriction or a ban → our words.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update
 */
const keys: Readonly<Record<string, string>> = {
  RESTRICTED_BIZ_INITIATED_MESSAGING: 'warnings:restrictedFirst',
  RESTRICTED_CUSTOMER_INITIATED_MESSAGING: 'warnings:restrictedAnswers',
  RESTRICTED_ADD_PHONE_NUMBER_ACTION: 'warnings:restrictedNumbers',
  SCHEDULE_FOR_DISABLE: 'warnings:banScheduled',
  DISABLE: 'warnings:banned',
};

/** What a business account may not do any more, or why; empty when nothing is told, or when a ban has ended. */
export function describeRestrictions({ restrictions, violation, ban }: AccountUpdateEvent, t: Translate): string {
  const words = [violation, ban === 'REINSTATE' ? undefined : ban, ...restrictions.map(({ type }) => type)];
  return words
    .flatMap((word) => {
      if (word === undefined) return [];
      const key = Object.hasOwn(keys, word) ? keys[word] : undefined;
      return [key === undefined ? humaniseName(word.toLowerCase()) : t(key)];
    })
    .join(', ');
}
