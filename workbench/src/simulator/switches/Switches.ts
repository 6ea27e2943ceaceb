import * as v from 'valibot';
import type { InferOutput } from 'valibot';
import type { SettingsCollection } from '../store/settings';

export type Switches = InferOutput<typeof switchesSchema>;

const whole = (minimum = 0) => v.pipe(v.number(), v.integer(), v.minValue(minimum));
const ms = whole();

/** How the simulated 360dialog behaves where the documents disagree or a local trial needs something else. */
const switchesSchema = v.object({
  /** Body of a 401 or 403: `{error:"…"}` (today's) or `{meta:{httpCode:404,…}}` (the legacy one). */
  authErrorShape: v.optional(v.picklist(['error', 'meta']), 'error'),
  /** Free-form message outside the 24 h window: accepted and failed later, refused at once, or let through. */
  window: v.optional(v.picklist(['async', 'sync', 'off']), 'async'),
  /** `loopback` lets a webhook on this machine have a port and plain http; `strict` not even that; `off` anything. */
  webhookUrlRules: v.optional(v.picklist(['strict', 'loopback', 'off']), 'loopback'),
  /** GET of a webhook that is not set: 200 with an empty url, or 404. */
  unsetWebhook: v.optional(v.picklist(['empty', '404']), 'empty'),
  unknownMedia: v.optional(v.picklist(['reject', 'accept']), 'reject'),
  unknownTemplates: v.optional(v.picklist(['reject', 'accept']), 'reject'),
  /** Sending to a number that no customer here has: a new customer appears, or it fails as 131026. */
  unknownRecipients: v.optional(v.picklist(['create', 'undeliverable']), 'create'),
  /** `strict` refuses uploads of types outside Meta's list. */
  uploadTypes: v.optional(v.picklist(['strict', 'any']), 'strict'),
  sentAfterMs: v.optional(ms, 150),
  deliveredAfterMs: v.optional(ms, 400),
  /** null: read only when somebody opens the chat on the phone. */
  readAfterMs: v.optional(v.nullable(ms), 1500),
  /** Elements in one webhook body; 1 sends each alone. */
  batchSize: v.optional(v.pipe(whole(1), v.maxValue(1000)), 1),
  batchWindowMs: v.optional(ms, 250),
  /**
   * A batch that would grow over so many bytes is closed before. Nobody says where 360dialog cuts; Meta's own limit is
   * 3 MB. The default stays below what Rocket.Chat takes (100 kB), more shows what is refused.
   */
  batchBytes: v.optional(whole(1), 90_000),
  /** One change with many messages, or one change for each element. */
  batchStyle: v.optional(v.picklist(['merged', 'separate']), 'merged'),
  webhookTimeoutMs: v.optional(whole(1), 5000),
  /** Requests in flight to one number's webhook. */
  webhookConcurrency: v.optional(whole(1), 16),
  retryFirstMs: v.optional(whole(1), 2000),
  retryFactor: v.optional(v.pipe(v.number(), v.minValue(1)), 2),
  retryMaxMs: v.optional(whole(1), 3_600_000),
  /** The documents say 24 hours and 7 days. */
  retryHorizonMs: v.optional(ms, 7 * 24 * 3_600_000),
  /** Off lifts throughput, pair, upload and creation limits. */
  limits: v.optional(v.picklist(['on', 'off']), 'on'),
  throughputPerSecond: v.optional(whole(1), 80),
  pairSeconds: v.optional(whole(1), 6),
  pairBurst: v.optional(whole(1), 45),
  mediaUploadsPerSecond: v.optional(whole(1), 25),
  templatesPerHour: v.optional(whole(1), 100),
  /** 360dialog's own limiter over all endpoints, answered as HTTP 400 with a text; 0 is off. */
  endpointRequestsPerSecond: v.optional(whole(), 0),
  /** 360dialog's pages name two limits: 5 errors in an hour and an hour, or 20 and half an hour. */
  mediaErrorsBeforeBlock: v.optional(whole(1), 5),
  mediaBlockMs: v.optional(ms, 60 * 60_000),
  /** How the legacy template API writes `status`. */
  templateStatusCase: v.optional(v.picklist(['lower', 'upper']), 'lower'),
  /** `gone` answers 404, as announced for the future. */
  legacyTemplates: v.optional(v.picklist(['on', 'gone']), 'on'),
  templateReviewMs: v.optional(ms, 5000),
  /** Business-scoped ids in webhooks and answers. */
  userIds: v.optional(v.picklist(['on', 'off']), 'on'),
  /** How `metadata.display_phone_number` is written; all three occur. */
  displayNumber: v.optional(v.picklist(['digits', 'plus', 'dashes']), 'digits'),
  /** Newer webhooks carry `url` in media objects. */
  mediaUrls: v.optional(v.picklist(['on', 'off']), 'on'),
  /** Whether a download answers a `Range` with that piece; no document says. */
  mediaRanges: v.optional(v.picklist(['on', 'off']), 'on'),
  acceptStatus: v.optional(v.picklist([200, 201]), 200),
  /** Variants of `/health_status` that were seen: `can_send_messages`, and an answer without `id`. */
  healthShape: v.optional(v.picklist(['standard', 'plural', 'no-id']), 'standard'),
  /** Template and account events: to the WABA's webhook only, or to the number's when the WABA has none. */
  accountEvents: v.optional(v.picklist(['waba-only', 'waba-or-number']), 'waba-or-number'),
  /** Added to every answer of the API. */
  latencyMs: v.optional(ms, 0),
});

/** The switches as they stand; a change is kept over restarts. */
export interface SwitchBoard {
  current(): Switches;
  /** Changes some. Returns the reason in words when a value is not possible, and changes nothing then. */
  change(changes: unknown): string | undefined;
}

const STORED = 'switches';

export function createSwitches(settings: SettingsCollection): SwitchBoard {
  const stored = v.safeParse(switchesSchema, settings.get(STORED) ?? {});
  let current = stored.success ? stored.output : v.parse(switchesSchema, {});
  const known = v.strictObject(v.partial(switchesSchema).entries);
  return {
    current: () => current,
    change: (changes) => {
      const parsed = v.safeParse(known, changes);
      if (!parsed.success) {
        const [issue] = parsed.issues;
        return `${v.getDotPath(issue) ?? 'switches'}: ${issue.message}`;
      }
      // Only what was named: partial entries still carry their defaults.
      const named = Object.fromEntries(Object.entries(parsed.output).filter(([name]) => name in Object(changes)));
      current = v.parse(switchesSchema, { ...current, ...named });
      settings.set(STORED, current);
      return undefined;
    },
  };
}
