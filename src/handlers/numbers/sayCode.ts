import type { Translate } from '../core/translator';
import { humaniseName } from '../whatsapp/messages/nameKind';
import { lookUp } from '../core/text';

/** Meta's codes, and the keys of the words for them. */
const words: Readonly<Record<string, string>> = {
  GREEN: 'codes:qualityHigh',
  YELLOW: 'codes:qualityMedium',
  RED: 'codes:qualityLow',
  UNKNOWN: 'codes:qualityUnknown',
  TIER_UNLIMITED: 'codes:limitNone',
  MARKETING: 'codes:categoryMarketing',
  UTILITY: 'codes:categoryUtility',
  AUTHENTICATION: 'codes:categoryAuthentication',
  ABUSIVE_CONTENT: 'codes:reasonAbusive',
  INVALID_FORMAT: 'codes:reasonFormat',
  PROMOTIONAL: 'codes:reasonPromotional',
  TAG_CONTENT_MISMATCH: 'codes:reasonMismatch',
  SCAM: 'codes:reasonScam',
  INCORRECT_CATEGORY: 'codes:reasonCategory',
  RESTRICTED_BIZ_INITIATED_MESSAGING: 'codes:restrictedFirst',
  RESTRICTED_CUSTOMER_INITIATED_MESSAGING: 'codes:restrictedAnswers',
  RESTRICTED_ADD_PHONE_NUMBER_ACTION: 'codes:restrictedNumbers',
  DISABLE: 'codes:banNow',
  SCHEDULE_FOR_DISABLE: 'codes:banSoon',
  BLOCKED: 'codes:sendingBlocked',
  LIMITED: 'codes:sendingLimited',
  // Why a number was disconnected from 360dialog (disconnection_info of account_update).
  BUSINESS_DOWNGRADE: 'codes:removedDowngrade',
  PRIMARY_INACTIVITY: 'codes:removedPrimary',
  COMPANION_INACTIVITY: 'codes:removedCompanion',
  ACCOUNT_DISCONNECTED: 'codes:removedByUser',
  REMOVED_BY_USER: 'codes:removedByUser',
  REMOVED_BY_SYSTEM: 'codes:removedBySystem',
  // Why a display name was rejected (rejection_reason of phone_number_name_update).
  NAME_EMPLOYEE_ISSUE: 'codes:nameOfPerson',
  NAME_INDIVIDUAL_ISSUE: 'codes:nameOfPerson',
  NAME_ENDCLIENT_NOTRELATED: 'codes:nameOfOthers',
  NAME_FORMAT_UNACCEPTABLE: 'codes:nameFormat',
  NAME_NOT_CONSISTENT: 'codes:nameNotBrand',
};

const LIMIT = /^TIER_(\d+)(K?)$/i;

/**
 * One of Meta's codes, such as `GREEN`, `UTILITY` or `TIER_10K`, in the reader's words. An unknown code keeps its own
 * words, so that it can be looked up: `LOW_QUALITY` reads "Low quality".
 */
export function sayCode(code: string, t: Translate): string {
  const limit = LIMIT.exec(code);
  if (limit) {
    return t('codes:limit', { count: Number(limit[1]) * (limit[2] ? 1000 : 1) });
  }
  const key = lookUp(words, code.toUpperCase());
  return key === undefined ? humaniseName(code.toLowerCase()) : t(key);
}
