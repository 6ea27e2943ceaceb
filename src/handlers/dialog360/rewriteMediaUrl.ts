import type { Result } from '../errors/Result';

/** Where Meta keeps the files of WhatsApp messages. */
const META_HOST = 'lookaside.fbsbx.com';

/**
 * The address to download a file from: Meta's, with 360dialog's host in place of Meta's own. Any other host is refused,
 * because the API key goes along.
 * Source: https://docs.360dialog.com/docs/messaging/media
 */
export function rewriteMediaUrl(text: string, baseUrl: string): Result<string> {
  const base = new URL(baseUrl);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.origin === base.origin && !url.username && !url.password) {
    return { ok: true, value: url.href };
  }
  if (url?.hostname === META_HOST && url.protocol === 'https:' && url.port === '' && !url.username && !url.password) {
    return { ok: true, value: `${baseUrl}${url.pathname}${url.search}` };
  }
  return { ok: false, error: { key: 'errors:mediaHostUnexpected', params: { host: url?.hostname ?? '?' } } };
}
