const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** A size in bytes as people read it: `1.2 MB`. */
export function formatBytes(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** step;
  return `${value >= 10 || step === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[step] ?? 'B'}`;
}
