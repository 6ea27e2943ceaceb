import * as v from 'valibot';
import type { AccountEvent } from './AccountEvent';
import type { Scope } from './readScope';
import { eventBase } from './readScope';
import { readTime, tolerant } from './tolerant';

const alert = {
  alert_severity: tolerant.word,
  alert_status: tolerant.word,
  alert_type: tolerant.word,
  alert_description: tolerant.word,
};

/** The parts of all account changes together. Each kind of change uses some of them. */
const accountSchema = v.object({
  event: tolerant.word,
  timestamp: v.optional(v.unknown()),
  decision: tolerant.word,
  message_template_id: tolerant.word,
  message_template_name: tolerant.word,
  message_template_language: tolerant.word,
  message_template_category: tolerant.word,
  reason: tolerant.word,
  rejection_info: tolerant.object({ reason: tolerant.word }),
  disable_info: tolerant.object({ disable_date: tolerant.word }),
  other_info: tolerant.object({ description: tolerant.word }),
  previous_quality_score: tolerant.word,
  new_quality_score: tolerant.word,
  previous_category: tolerant.word,
  new_category: tolerant.word,
  correct_category: tolerant.word,
  current_limit: tolerant.word,
  requested_verified_name: tolerant.word,
  rejection_reason: tolerant.word,
  restriction_info: tolerant.listOf(v.object({ restriction_type: tolerant.word, expiration: v.optional(v.unknown()) })),
  violation_info: tolerant.object({ violation_type: tolerant.word }),
  disconnection_info: tolerant.object({ reason: tolerant.word, initiated_by: tolerant.word }),
  ban_info: tolerant.object({ waba_ban_state: tolerant.word }),
  ...alert,
  alert_info: tolerant.object(alert),
  max_daily_conversation_per_phone: tolerant.number,
  /** A number, or since 2025 a tier such as `TIER_10K`. */
  max_daily_conversations_per_business: tolerant.word,
  max_phone_numbers_per_business: tolerant.number,
  max_phone_numbers_per_waba: tolerant.number,
  username: tolerant.word,
  status: tolerant.word,
});

type RawAccount = v.InferOutput<typeof accountSchema>;

type Base = Pick<AccountEvent, 'kind' | 'wabaId' | 'number' | 'timestamp' | 'flaws'> & { kind: 'account' };

/** Words in place of the reason for which a name was rejected. */
const UNSAID: ReadonlySet<string> = new Set(['NONE', 'UNKNOWN']);

/** The reader of each kind of account change, by its field. */
const readers: Record<string, (raw: RawAccount, base: Base) => AccountEvent> = {
  message_template_status_update: (raw, base) => ({
    topic: 'template-status',
    ...base,
    template: templateOf(raw),
    status: raw.event?.toUpperCase() ?? '',
    category: raw.message_template_category,
    reason: raw.reason === 'NONE' ? undefined : raw.reason,
    details: raw.rejection_info?.reason ?? raw.other_info?.description,
    disabledOn: raw.disable_info?.disable_date,
  }),
  message_template_quality_update: (raw, base) => ({
    topic: 'template-quality',
    ...base,
    template: templateOf(raw),
    previous: raw.previous_quality_score,
    current: raw.new_quality_score ?? '',
  }),
  template_category_update: (raw, base) => ({
    topic: 'template-category',
    ...base,
    template: templateOf(raw),
    previous: raw.previous_category,
    current: raw.new_category,
    upcoming: raw.correct_category,
  }),
  message_template_components_update: (raw, base) => ({
    topic: 'template-content',
    ...base,
    template: templateOf(raw),
  }),
  phone_number_quality_update: (raw, base) => ({
    topic: 'number-quality',
    ...base,
    event: raw.event,
    limit: raw.current_limit ?? raw.max_daily_conversations_per_business,
  }),
  phone_number_name_update: (raw, base) => ({
    topic: 'number-name',
    ...base,
    decision: raw.decision?.toUpperCase(),
    name: raw.requested_verified_name,
    reason: UNSAID.has(raw.rejection_reason?.toUpperCase() ?? '') ? undefined : raw.rejection_reason,
  }),
  account_update: (raw, base) => ({
    topic: 'account-update',
    ...base,
    event: raw.event?.toUpperCase(),
    restrictions: raw.restriction_info.map(({ restriction_type, expiration }) => ({
      type: restriction_type,
      until: readTime(expiration).timestamp ?? undefined,
    })),
    violation: raw.violation_info?.violation_type,
    ban: raw.ban_info?.waba_ban_state?.toUpperCase(),
    disconnection: raw.disconnection_info && {
      reason: raw.disconnection_info.reason?.toUpperCase(),
      by: raw.disconnection_info.initiated_by?.toUpperCase(),
    },
  }),
  account_review_update: (raw, base) => ({
    topic: 'account-review',
    ...base,
    decision: raw.decision?.toUpperCase(),
  }),
  security: (raw, base) => ({ topic: 'security', ...base, event: raw.event?.toUpperCase() }),
  account_alerts: (raw, base) => {
    const { alert_severity, alert_status, alert_type, alert_description } = raw.alert_info ?? raw;
    return {
      topic: 'account-alert',
      ...base,
      severity: alert_severity,
      status: alert_status,
      type: alert_type,
      description: alert_description,
    };
  },
  business_capability_update: (raw, base) => ({
    topic: 'capability',
    ...base,
    dailyLimit: raw.max_daily_conversation_per_phone ?? numberOf(raw.max_daily_conversations_per_business),
    numbers: raw.max_phone_numbers_per_business ?? raw.max_phone_numbers_per_waba,
  }),
  business_username_updates: (raw, base) => ({
    topic: 'business-username',
    ...base,
    username: raw.username,
    status: raw.status,
  }),
};

/**
 * Reads a change about the account, its templates or its numbers. For unknown fields only the name is kept. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
export function readAccount(value: unknown, scope: Scope): AccountEvent {
  const raw = v.parse(accountSchema, value);
  const { field, wabaId } = scope;
  // Most of these changes have a time only in the enclosing entry, if at all, so a missing one is not a flaw.
  const { number, timestamp } = eventBase(raw.timestamp ?? scope.time, scope);
  const base: Base = { kind: 'account', wabaId, number, timestamp };
  return Object.hasOwn(readers, field) && readers[field]
    ? readers[field](raw, base)
    : { topic: 'other', ...base, field };
}

function numberOf(word: string | undefined): number | undefined {
  return word !== undefined && /^-?\d+$/.test(word) ? Number(word) : undefined;
}

function templateOf({
  message_template_id: id,
  message_template_name: name,
  message_template_language: language,
}: RawAccount) {
  return { id, name, language };
}
