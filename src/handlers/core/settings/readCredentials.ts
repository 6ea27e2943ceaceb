import type { Result } from '../errors/AppError';
import { cleanLine, trimEnd } from '../text';

/** Visible ASCII only: anything else cannot travel in a header. Production keys and `1234567_sandbox` both fit. */
const HEADER_SAFE = /^[\x21-\x7e]+$/;

/**
 * Reads a pasted API key. Surrounding blanks and invisible characters are removed; any other unexpected character is
 * refused.
 */
export function readApiKey(text: string): Result<string> {
  const key = cleanLine(text);
  if (key === '') {
    return { ok: false, error: { key: 'errors:apiKeyMissing' } };
  }
  return HEADER_SAFE.test(key) ? { ok: true, value: key } : { ok: false, error: { key: 'errors:apiKeyMalformed' } };
}

/**
 * Reads the address of 360dialog's API: https anywhere, http only on the same machine, because the API key travels in a
 * header. A path is kept (a proxy may have one), a slash at the end is not; a user name, a query or a fragment is
 * refused, because it would be lost or would leak.
 */
export function readBaseUrl(text: string): Result<string> {
  const typed = cleanLine(text);
  const url = parseUrl(typed);
  if (!url || url.username || url.password || url.search || url.hash) {
    return { ok: false, error: { key: 'errors:baseUrlMalformed', params: { value: typed } } };
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return { ok: false, error: { key: 'errors:baseUrlInsecure', params: { value: typed } } };
  }
  return { ok: true, value: trimEnd(url.href, '/') };
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}
