/** Milliseconds of a `Retry-After` header, given in seconds or as a date; undefined without a usable one. */
export function readRetryAfter(headers: Record<string, string> | undefined, now = Date.now()): number | undefined {
  const name = Object.keys(headers ?? {}).find((key) => key.toLowerCase() === 'retry-after');
  const value = name === undefined ? undefined : headers?.[name]?.trim();
  if (!value) {
    return undefined;
  }
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(milliseconds) && milliseconds >= 0 ? milliseconds : undefined;
}
