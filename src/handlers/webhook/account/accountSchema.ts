import * as v from 'valibot';
import { tolerant } from '../tolerant';

const alert = {
  alert_severity: tolerant.word,
  alert_status: tolerant.word,
  alert_type: tolerant.word,
  alert_description: tolerant.word,
};

/** The parts of all account changes together; each field has its own of them. */
export const accountSchema = v.object({
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

export type RawAccount = v.InferOutput<typeof accountSchema>;
