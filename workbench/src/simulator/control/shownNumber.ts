import { maskSecrets } from '../api/maskSecrets';
import type { NumberRecord } from '../store/NumberRecord';

/** A number as the control API shows it: its key masked unless `reveal`, its webhook without headers and credentials. */
export function shownNumber(number: NumberRecord, reveal: boolean): Record<string, unknown> {
  const { webhook, apiKey, profile: _profile, ...rest } = number;
  return {
    ...rest,
    apiKey: reveal ? apiKey : `${apiKey.slice(0, 4)}…${apiKey.slice(-2)}`,
    webhook: webhook && { url: maskSecrets(webhook.url) },
  };
}
