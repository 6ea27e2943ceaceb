import type { Finding } from '../../../machines/doctor';
import { translatorOf } from '../../core/translation/translatorOf';
import { readHealth } from '../../dialog360/readHealth';
import { formatPhone, readPhoneNumber, sameCustomer } from '../../whatsapp/phoneNumbers';
import { sayCode } from '../sayCode';
import type { Check } from './Exam';

/** The quality ratings with which a number may lose its limit. */
const doubtfulQualities: Readonly<Record<string, Finding['level']>> = { YELLOW: 'doubtful', RED: 'bad' };

/** Is the key accepted, does it belong to this number, and how does WhatsApp rate the number? */
export const checkKey: Check = async ({ host, connection, number }) => {
  const health = await readHealth(connection);
  const t = await translatorOf(host);
  const findings: Finding[] = [{ level: 'good', says: { key: 'doctor:keyAccepted' } }];
  const told = health.displayPhoneNumber ? readPhoneNumber(health.displayPhoneNumber) : undefined;
  if (told?.ok) {
    const params = { number: told.value.international };
    const matches = sameCustomer(told.value.digits, number.digits);
    findings.push(
      matches
        ? { level: 'good', says: { key: 'doctor:numberMatches', params } }
        : { level: 'bad', says: { key: 'errors:keyOfOtherNumber', params } },
    );
  } else {
    const params = { number: formatPhone(number.digits) };
    findings.push({ level: 'doubtful', says: { key: 'doctor:numberUntold', params } });
  }
  if (health.canSend === 'BLOCKED' || health.canSend === 'LIMITED') {
    const details = health.problems.map(({ description, solution }) =>
      [description, solution].filter(Boolean).join(' '),
    );
    const level = health.canSend === 'BLOCKED' ? 'bad' : 'doubtful';
    findings.push({
      level,
      says: { key: 'doctor:sendingLimited', params: { details: details.join(' ') || sayCode(health.canSend, t) } },
    });
  }
  if (health.quality) {
    const level = doubtfulQualities[health.quality] ?? 'good';
    const params = { quality: sayCode(health.quality, t), limit: sayCode(health.messagingLimit ?? '–', t) };
    findings.push({ level, says: { key: level === 'good' ? 'doctor:quality' : 'doctor:qualityLow', params } });
  }
  return findings;
};
