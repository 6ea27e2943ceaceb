import type { Switches } from '../switches/Switches';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i;

/**
 * Why 360dialog would not take a webhook URL: it must be https, without a port, without an underscore in the host name.
 * By switch an address on this machine may have plain http and a port, or anything goes.
 */
export function checkWebhookUrl(url: string, rules: Switches['webhookUrlRules']): string | undefined {
  if (!URL.canParse(url)) return 'Invalid webhook URL';
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return 'Invalid webhook URL';
  if (rules === 'off' || (rules === 'loopback' && LOOPBACK.test(hostname))) return undefined;
  if (protocol !== 'https:') return 'Webhook URL must use https';
  if (port !== '') return 'Webhook URL must not contain a port';
  return hostname.includes('_') ? 'Webhook URL must not contain underscores in the host name' : undefined;
}
