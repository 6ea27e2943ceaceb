import type { Result } from '../errors/Result';

/** Reads the address that hears of message statuses: http or https; an empty text means nobody does. */
export function readStatusEndpoint(text: string): Result<string | undefined> {
  if (text === '') {
    return { ok: true, value: undefined };
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && ['http:', 'https:'].includes(url.protocol)
    ? { ok: true, value: url.href }
    : { ok: false, error: { key: 'errors:settingUrlMalformed', params: { value: text } } };
}
