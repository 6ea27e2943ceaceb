/** Numbers as people read them in the tables. */
export const show = {
  count: (value: number): string => Math.round(value).toLocaleString('en-US'),
  tenths: (value: number): string => value.toFixed(1),
  hundredths: (value: number): string => value.toFixed(2),
  /** From milliseconds. */
  ms: (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')),
  /** From milliseconds. */
  seconds: (value: number): string => (value / 1_000).toFixed(1),
  /** From bytes. */
  megabytes: (value: number): string => Math.round(value / 1e6).toLocaleString('en-US'),
} as const;
