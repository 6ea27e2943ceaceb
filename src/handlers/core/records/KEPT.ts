/**
 * How long records of the message path are kept, in milliseconds: WhatsApp repeats webhooks for days and reactions come
 * for a month (Meta: reactions to messages of the last 30 days).
 */
export const KEPT = 31 * 24 * 60 * 60 * 1_000;
