import type { Translate } from '../translation/Translate';

const KILO = 1024;

/** A number of bytes as people say it. */
export function showSize(bytes: number, t: Translate): string {
  const kilobytes = bytes / KILO;
  return kilobytes < KILO
    ? t('media:kilobytes', { size: Math.max(1, Math.round(kilobytes)) })
    : t('media:megabytes', { size: Math.round((kilobytes / KILO) * 10) / 10 });
}
