import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { JsonObject } from '../json';
import { isObject } from '../json';
import type { Simulator } from '../Simulator';
import type { DeliveryRecord } from '../store/deliveries';
import type { NumberRecord, WebhookTarget } from '../store/numbers';
import type { Switches } from '../switches/Switches';

type Read = { target: WebhookTarget | null } | { problem: string };

/** Parses `{url, headers?}`. An empty url removes the webhook: the reference has no DELETE for it. */
export function readWebhookTarget({ url, headers }: JsonObject, rules: Switches['webhookUrlRules']): Read {
  if (typeof url !== 'string') return { problem: 'url is required' };
  if (url === '') return { target: null };
  const problem = checkWebhookUrl(url, rules) ?? checkHeaders(headers);
  if (problem !== undefined) return { problem };
  const entries = isObject(headers) ? Object.entries(headers).map(([name, value]) => [name, String(value)]) : [];
  return { target: { url, headers: Object.fromEntries(entries) as Record<string, string> } };
}

function checkHeaders(headers: unknown): string | undefined {
  if (headers === undefined || headers === null) return undefined;
  if (!isObject(headers)) return 'headers must be an object';
  try {
    for (const [name, value] of Object.entries(headers)) {
      if (typeof value !== 'string') return `header ${name} must be a string`;
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
  } catch {
    return 'headers contain characters that HTTP does not allow';
  }
  return undefined;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i;

/**
 * Why 360dialog would refuse a webhook URL: it must be https, without a port and without an underscore in the host
 * name. A switch allows plain http and a port for an address on this machine, or any address.
 */
function checkWebhookUrl(url: string, rules: Switches['webhookUrlRules']): string | undefined {
  if (!URL.canParse(url)) return 'Invalid webhook URL';
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return 'Invalid webhook URL';
  if (rules === 'off' || (rules === 'loopback' && LOOPBACK.test(hostname))) return undefined;
  if (protocol !== 'https:') return 'Webhook URL must use https';
  if (port !== '') return 'Webhook URL must not contain a port';
  return hostname.includes('_') ? 'Webhook URL must not contain underscores in the host name' : undefined;
}

/**
 * The current target of a delivery. Messages: the number's webhook has priority over the WABA's. Template and account
 * events: the WABA's, or (by switch) the number's when the WABA has none.
 */
export function webhookTarget(
  { store, switches }: Simulator,
  number: NumberRecord,
  target: DeliveryRecord['target'],
): WebhookTarget | undefined {
  const waba = store.settings.get<WebhookTarget | null>(WABA_WEBHOOK) ?? undefined;
  const own = number.webhook ?? undefined;
  if (target === 'number') return own ?? waba;
  return waba ?? (switches.current().accountEvents === 'waba-or-number' ? own : undefined);
}

/** The setting under which the WABA's own webhook is stored. */
export const WABA_WEBHOOK = 'waba.webhook';
