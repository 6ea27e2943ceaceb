import type { Customer, EventBase } from './EventBase';

interface AccountBase extends EventBase {
  kind: 'account';
  /** Meta's id of the WhatsApp business account. */
  wabaId?: string;
}

export interface TemplateReference {
  id?: string;
  name?: string;
  language?: string;
}

export interface TemplateStatusEvent extends AccountBase {
  topic: 'template-status';
  template: TemplateReference;
  /** Upper case: `APPROVED`, `REJECTED`, `PAUSED`, … */
  status: string;
  category?: string;
  /** The reason in Meta's words, if there is one. */
  reason?: string;
  details?: string;
  /** In Meta's words, such as "January 31, 2027". */
  disabledOn?: string;
}

export interface TemplateQualityEvent extends AccountBase {
  topic: 'template-quality';
  template: TemplateReference;
  previous?: string;
  current: string;
}

export interface TemplateCategoryEvent extends AccountBase {
  topic: 'template-category';
  template: TemplateReference;
  previous?: string;
  current?: string;
  /** The announced new category. */
  upcoming?: string;
}

export interface TemplateContentEvent extends AccountBase {
  topic: 'template-content';
  template: TemplateReference;
}

export interface NumberQualityEvent extends AccountBase {
  topic: 'number-quality';
  /** `FLAGGED`, `UNFLAGGED`, `UPGRADE`, `DOWNGRADE`, `ONBOARDING`, … */
  event?: string;
  limit?: string;
}

export interface NumberNameEvent extends AccountBase {
  topic: 'number-name';
  /** Upper case: `APPROVED`, `REJECTED`, `DEFERRED`, `PENDING`. */
  decision?: string;
  name?: string;
  reason?: string;
}

export interface AccountUpdateEvent extends AccountBase {
  topic: 'account-update';
  /** `ACCOUNT_RESTRICTION`, `DISABLED_UPDATE`, `ACCOUNT_VIOLATION`, `PARTNER_ADDED`, … */
  event?: string;
  /** Restrictions, and when they end (epoch milliseconds). */
  restrictions: { type?: string; until?: number }[];
  violation?: string;
  ban?: string;
  /** For an account that was disconnected: the reason (`PRIMARY_INACTIVITY`, …), and who did it (`USER`, `SYSTEM`). */
  disconnection?: { reason?: string; by?: string };
}

export interface AccountReviewEvent extends AccountBase {
  topic: 'account-review';
  /** Upper case: `APPROVED`, `REJECTED`, `DEFERRED`, `PENDING`. */
  decision?: string;
}

/** The PIN of a number (two-step verification) was changed or removed. */
export interface SecurityEvent extends AccountBase {
  topic: 'security';
  /** `PIN_CHANGED`, `PIN_RESET_REQUEST`, `PIN_RESET_SUCCESS`. */
  event?: string;
}

export interface AccountAlertEvent extends AccountBase {
  topic: 'account-alert';
  severity?: string;
  status?: string;
  type?: string;
  description?: string;
}

export interface CapabilityEvent extends AccountBase {
  topic: 'capability';
  /** How many customers the business may write to first within a day; -1 means no limit. */
  dailyLimit?: number;
  numbers?: number;
}

export interface UserPreferenceEvent extends AccountBase {
  topic: 'user-preference';
  customer: Customer;
  category?: string;
  /** `stop`, `resume`, `signup`. */
  value?: string;
}

export interface UsernameEvent extends AccountBase {
  topic: 'business-username';
  username?: string;
  status?: string;
}

/**
 * A change of the account that is only named: settings, address book of the phone, flows, and unknown ones.
 */
export interface OtherAccountEvent extends AccountBase {
  topic: 'other';
  field: string;
}

export type AccountEvent =
  | TemplateStatusEvent
  | TemplateQualityEvent
  | TemplateCategoryEvent
  | TemplateContentEvent
  | NumberQualityEvent
  | NumberNameEvent
  | AccountUpdateEvent
  | AccountReviewEvent
  | SecurityEvent
  | AccountAlertEvent
  | CapabilityEvent
  | UserPreferenceEvent
  | UsernameEvent
  | OtherAccountEvent;
