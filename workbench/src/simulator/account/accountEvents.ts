import type { JsonObject } from '../json';
import type { NumberRecord } from '../store/numbers';

interface AccountEvent {
  /** Whether it concerns one number: it then has the number's metadata and is sent to the number's webhook. */
  ofNumber?: boolean;
  build(number: NumberRecord, seconds: string): JsonObject;
}

const DAY = 24 * 3600;

const withMetadata = ({ phoneNumber, phoneNumberId }: NumberRecord, more: JsonObject): JsonObject => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: phoneNumber, phone_number_id: phoneNumberId },
  ...more,
});

/** Account and number events by their `field`, each with a realistic value. */
export const accountEvents: Record<string, AccountEvent> = {
  account_update: {
    build: (_number, seconds) => ({
      event: 'ACCOUNT_RESTRICTION',
      restriction_info: [
        { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: Number(seconds) + 3 * DAY },
      ],
    }),
  },
  account_review_update: { build: () => ({ decision: 'APPROVED' }) },
  account_alerts: {
    build: ({ wabaId }) => ({
      entity_type: 'WABA',
      entity_id: wabaId,
      alert_info: {
        alert_severity: 'WARNING',
        alert_status: 'ACTIVE',
        alert_type: 'OBA_APPROVED',
        alert_description: 'Your business account has been approved as an official business account.',
      },
    }),
  },
  business_capability_update: {
    build: () => ({ max_daily_conversation_per_phone: 10_000, max_phone_numbers_per_business: 20 }),
  },
  phone_number_quality_update: {
    build: ({ phoneNumber }) => ({
      display_phone_number: phoneNumber,
      event: 'FLAGGED',
      current_limit: 'TIER_1K',
      old_limit: 'TIER_10K',
    }),
  },
  phone_number_name_update: {
    build: ({ phoneNumber, displayName }) => ({
      display_phone_number: phoneNumber,
      decision: 'APPROVED',
      requested_verified_name: displayName,
      rejection_reason: null,
    }),
  },
  security: {
    build: ({ phoneNumber }) => ({
      display_phone_number: phoneNumber,
      event: 'PIN_CHANGED',
      requester: '61555822107539',
    }),
  },
  business_username_updates: {
    build: ({ phoneNumber }) => ({ display_phone_number: phoneNumber, username: 'padariasol', status: 'reserved' }),
  },
  account_settings_update: {
    build: ({ phoneNumberId }, seconds) => ({
      messaging_product: 'whatsapp',
      timestamp: seconds,
      type: 'phone_number_settings',
      phone_number_settings: { phone_number_id: phoneNumberId, calling: { status: 'ENABLED' } },
    }),
  },
  flows: {
    build: () => ({
      event: 'FLOW_STATUS_CHANGE',
      message: 'Flow Booking changed status from DRAFT to PUBLISHED',
      flow_id: '6627390910605886',
      old_status: 'DRAFT',
      new_status: 'PUBLISHED',
    }),
  },
  user_preferences: {
    ofNumber: true,
    build: (number, seconds) =>
      withMetadata(number, {
        contacts: [{ profile: { name: 'Ana Souza' }, wa_id: '5511955550111' }],
        user_preferences: [
          {
            wa_id: '5511955550111',
            detail: 'User requested to stop marketing messages',
            category: 'marketing_messages',
            value: 'stop',
            timestamp: Number(seconds),
          },
        ],
      }),
  },
  group_lifecycle_update: {
    ofNumber: true,
    build: (number, seconds) =>
      withMetadata(number, {
        groups: [
          {
            timestamp: seconds,
            group_id: 'Y2FwaV9ncm91cDo1NTExNTU1NTAxMDA6MTIwMzYzMDAwMDAwMDAwMDAw',
            type: 'group_create',
            request_id: '784D93D0C468593037EA0B1ECA245D9C',
            subject: 'Suppliers',
            added_participants: [{ input: '5511955550111', wa_id: '5511955550111' }],
          },
        ],
      }),
  },
  smb_app_state_sync: {
    ofNumber: true,
    build: (number, seconds) =>
      withMetadata(number, {
        state_sync: [
          {
            type: 'contact',
            contact: { full_name: 'Ana Souza', first_name: 'Ana', phone_number: '5511955550111' },
            action: 'add',
            metadata: { timestamp: seconds },
          },
        ],
      }),
  },
  history: {
    ofNumber: true,
    build: (number, seconds) =>
      withMetadata(number, {
        history: [
          {
            metadata: { phase: 0, chunk_order: 1, progress: 55 },
            threads: [
              {
                id: '5511955550111',
                messages: [
                  {
                    from: '5511955550111',
                    id: 'wamid.HBgNNTUxMTk1NTU1MDExMRUCABIYFjNFQjBDOEU5RDQ4RkE2RDQ1OTQwOAA=',
                    timestamp: String(Number(seconds) - 30 * DAY),
                    type: 'text',
                    text: { body: 'A message from before' },
                    history_context: { status: 'READ' },
                  },
                ],
              },
            ],
          },
        ],
      }),
  },
};
