const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:', 'ftp:', 'rocketchat:']);

/**
 * The address that a link in a message may lead to; undefined when its scheme could run something. `//host` and bare paths
 * count as addresses of the web.
 */
export function safeUrl(href: string): string | undefined {
  const base = typeof window === 'undefined' ? 'http://localhost' : window.location.origin;
  try {
    const url = new URL(href, base);
    return SAFE.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
