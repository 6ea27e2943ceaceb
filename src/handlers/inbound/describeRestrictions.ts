import { sayCode } from '../translation/sayCode';
import type { Translate } from '../translation/Translate';
import type { AccountUpdateEvent } from '../whatsapp/webhook/AccountEvent';

/** What a business account may not do any more, or why; empty when nothing is told, or when a ban has ended. */
export function describeRestrictions({ restrictions, violation, ban }: AccountUpdateEvent, t: Translate): string {
  const codes = [violation, ban === 'REINSTATE' ? undefined : ban, ...restrictions.map(({ type }) => type)];
  return codes
    .filter((code) => code !== undefined)
    .map((code) => sayCode(code, t))
    .join(t('doctor:comma'));
}
