import { HOUR, MINUTE, SECOND } from '../durations';
import type { ErrorAdvice } from './AppError';

/** Advice for a refusal: the same request would be refused again. `key` has no namespace. */
export function refused(key: string): ErrorAdvice {
  return { kind: 'refused', retry: 'no', key: `errors:${key}` };
}

/** Too many requests: the same request succeeds after a pause. */
const slowDown = (key: string, retryAfterMs: number): ErrorAdvice => ({
  ...refused(key),
  retry: 'later',
  retryAfterMs,
});
/** WhatsApp itself has a problem. */
const outage = (key: string, retryAfterMs: number): ErrorAdvice => ({
  kind: 'unreachable',
  retry: 'later',
  retryAfterMs,
  key: `errors:${key}`,
});

/**
 * Every code that Meta or 360dialog is known to answer with, or to put into a `failed` status. The same code comes with
 * different HTTP statuses, so the code decides.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
export const errorCodes: Readonly<Record<number, ErrorAdvice>> = {
  // The API key and its permissions
  0: refused('keyRefused'),
  190: refused('keyRefused'),
  3: refused('permissionMissing'),
  10: refused('permissionMissing'),
  131005: refused('permissionMissing'),
  368: refused('accountBlocked'),
  131031: refused('accountBlocked'),
  33: refused('notFound'),
  803: refused('notFound'),

  // Problems of WhatsApp itself
  1: outage('whatsappDown', 2 * SECOND),
  2: outage('whatsappDown', 2 * SECOND),
  131000: outage('whatsappDown', 2 * SECOND),
  131016: outage('whatsappDown', 5 * SECOND),
  135000: refused('refused'),
  131057: outage('maintenance', MINUTE),
  133004: outage('whatsappDown', MINUTE),

  // Too many requests
  4: slowDown('callsLimited', MINUTE),
  17: slowDown('callsLimited', MINUTE),
  32: slowDown('callsLimited', MINUTE),
  341: slowDown('callsLimited', MINUTE),
  613: slowDown('callsLimited', MINUTE),
  80007: slowDown('callsLimited', MINUTE),
  80008: slowDown('callsLimited', MINUTE),
  130429: slowDown('numberLimited', 5 * SECOND),
  131056: slowDown('pairLimited', 6 * SECOND),
  131048: refused('spamLimited'),

  // The customer
  130472: refused('experiment'),
  131021: refused('sameNumber'),
  131026: refused('undeliverable'),
  131030: refused('notOnTestList'),
  131047: refused('windowClosed'),
  131049: refused('marketingHeldBack'),
  131050: refused('marketingStopped'),
  130497: refused('countryRestricted'),
  131062: refused('phoneNumberNeeded'),
  137000: refused('identityChanged'),

  // The business
  131037: refused('displayNameMissing'),
  131042: refused('paymentProblem'),
  131044: refused('paymentProblem'),
  131045: refused('notRegistered'),
  131063: refused('marketingTemplatesOff'),
  131064: refused('templatesMisclassified'),
  133000: refused('registrationProblem'),
  133005: refused('registrationProblem'),
  133006: refused('registrationProblem'),
  133008: refused('registrationProblem'),
  133009: refused('registrationProblem'),
  133010: refused('notRegistered'),
  133015: refused('registrationProblem'),
  133016: slowDown('registrationLimited', HOUR),
  134011: refused('paymentProblem'),

  // Errors of the sent message
  100: refused('contentRefused'),
  131008: refused('contentRefused'),
  131009: refused('contentRefused'),
  131051: refused('typeUnsupported'),
  131052: refused('customerMediaLost'),
  131053: refused('ourMediaRefused'),

  // Templates and flows
  132000: refused('templateParameterCount'),
  132001: refused('templateMissing'),
  132005: refused('templateTooLong'),
  132007: refused('templatePolicy'),
  132008: refused('templateParameters'),
  132012: refused('templateParameters'),
  132018: refused('templateParameters'),
  132015: refused('templatePaused'),
  132016: refused('templateDisabled'),
  132068: refused('flowBlocked'),
  132069: slowDown('flowThrottled', HOUR),

  // The block list
  139100: refused('blockListRefused'),
  139101: refused('blockListFull'),
  139102: refused('blockListRefused'),
  139103: refused('blockListRefused'),
};

/**
 * Families of codes, for the members that `errorCodes` does not name: `[first, last, advice]`.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
export const errorCodeRanges: readonly (readonly [first: number, last: number, advice: ErrorAdvice])[] = [
  [200, 299, refused('permissionMissing')],
  [131020, 131020, refused('groupRefused')],
  [131041, 131041, refused('groupRefused')],
  [131059, 131059, refused('groupRefused')],
  [131200, 131299, refused('groupRefused')],
  [132000, 132067, refused('templateRefused')],
  [132070, 132999, refused('templateRefused')],
  [133000, 133999, refused('registrationProblem')],
  [136000, 136999, refused('registrationProblem')],
  [138000, 138999, refused('callRefused')],
  [139000, 139004, refused('flowBlocked')],
];

/** Subcodes of 100 ("invalid parameter") that are more specific. Seen in recorded Graph answers. */
const subcodes: Readonly<Record<number, number>> = { 33: 33, 2593002: 132001 };

/** The advice for one of Meta's codes, or for its range of codes; undefined for an unknown code. */
export function findAdvice(code: number, subcode?: number): ErrorAdvice | undefined {
  const precise = code === 100 && subcode !== undefined ? subcodes[subcode] : undefined;
  const meant = precise ?? code;
  return errorCodes[meant] ?? errorCodeRanges.find(([first, last]) => first <= meant && meant <= last)?.[2];
}
