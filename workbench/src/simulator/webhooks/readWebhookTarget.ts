import { validateHeaderName, validateHeaderValue } from 'node:http';
import { isObject } from '../json/isObject';
import type { JsonObject } from '../json/JsonObject';
import type { WebhookTarget } from '../store/NumberRecord';
import type { Switches } from '../switches/Switches';
import { checkWebhookUrl } from './checkWebhookUrl';

type Read = { target: WebhookTarget | null } | { problem: string };

/** Reads `{url, headers?}`. An empty url takes the webhook away: the reference knows no DELETE for it. */
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
