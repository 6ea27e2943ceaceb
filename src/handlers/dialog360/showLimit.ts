/** A messaging limit of Meta's, such as `TIER_10K`, as people read it: how many customers may be written to first, and in what time. */
export function showLimit(limit: string): string {
  if (limit === 'TIER_UNLIMITED') {
    return '∞';
  }
  const size = /^TIER_(\d+K?)$/.exec(limit)?.[1];
  return size === undefined ? limit : `${size} / 24 h`;
}
