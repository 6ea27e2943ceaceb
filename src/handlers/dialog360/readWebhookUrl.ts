import type { Result } from '../errors/Result';

/**
 * Checks whether 360dialog would take an address for webhooks: https, a host name without an underscore, no port.
 * Source: https://docs.360dialog.com/docs/messaging/webhook
 */
export function readWebhookUrl(text: string): Result<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) {
    return { ok: false, error: { key: 'errors:webhookUrlMalformed', params: { url: text } } };
  }
  const failed = rules.find(([broken]) => broken(url));
  return failed ? { ok: false, error: { key: failed[1], params: { url: text } } } : { ok: true, value: url.href };
}

const rules: readonly (readonly [broken: (url: URL) => boolean, key: string])[] = [
  [(url) => url.protocol !== 'https:', 'errors:webhookUrlInsecure'],
  [(url) => url.port !== '', 'errors:webhookUrlPort'],
  [(url) => url.hostname.includes('_'), 'errors:webhookUrlUnderscore'],
];
