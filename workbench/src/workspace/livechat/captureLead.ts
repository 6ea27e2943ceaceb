import type { Store } from '../../store/Store';
import type { MessageDocument } from '../documents/MessageDocument';
import type { Settings } from '../settings/Settings';

/**
 * Stores phones and e-mail addresses from visitors' messages on the visitor, in rooms of every channel: texts that
 * match the two patterns of the settings are added to the visitor's own. A phone that somebody only mentions then
 * counts as theirs (real server: `app/livechat/server/hooks/leadCapture.ts`).
 */
export function captureLead(store: Store, settings: Settings, visitorId: string, { msg, t }: MessageDocument): void {
  const visitor = store.visitors.get(visitorId);
  if (!visitor || t) return;
  const phones = matches(settings.string('Livechat_lead_phone_regex'), 'g', msg);
  const emails = matches(settings.string('Livechat_lead_email_regex'), 'gi', msg);
  if (phones.length === 0 && emails.length === 0) return;
  const known = (visitor.phone ?? []).map(({ phoneNumber }) => phoneNumber);
  const addresses = (visitor.visitorEmails ?? []).map(({ address }) => address);
  store.visitors.put({
    ...visitor,
    ...(phones.length > 0 && { phone: union(known, phones).map((phoneNumber) => ({ phoneNumber })) }),
    ...(emails.length > 0 && { visitorEmails: union(addresses, emails).map((address) => ({ address })) }),
    _updatedAt: new Date(),
  });
}

function matches(pattern: string, flags: string, text: string): string[] {
  if (!pattern) return [];
  try {
    return text.match(new RegExp(pattern, flags)) ?? [];
  } catch {
    return [];
  }
}

function union(known: string[], added: string[]): string[] {
  return [...new Set([...known, ...added])];
}
