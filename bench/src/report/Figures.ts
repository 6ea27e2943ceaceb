import type { Options } from '../readOptions';

/** Measures something, and gives what the report shows of it. */
export type Measurement = (options: Options) => Promise<Figures[]>;

/** The part of the report that one measurement writes. */
export interface Figures {
  title: string;
  /** How it was measured, for somebody who wants to believe it. */
  method: string;
  columns: string[];
  rows: string[][];
  /** What follows from the table, or limits it. */
  notes?: string[];
  goals?: Goal[];
}

/** Something that the project has promised itself. */
export interface Goal {
  what: string;
  goal: string;
  measured: string;
  isMet: boolean;
}

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

/** The value that so many percent of the values are not above; 0 of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
