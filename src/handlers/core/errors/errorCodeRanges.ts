import type { ErrorAdvice } from './ErrorAdvice';
import { refused } from './refused';

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
