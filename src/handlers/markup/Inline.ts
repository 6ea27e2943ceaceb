import type { MarkName } from './marks';

/** A piece of one line. `at` is where it begins in the line, in UTF-16 units. */
export type Inline =
  | { kind: 'text'; at: number; text: string }
  /** An address: no mark is read inside, and it is written as it stands. */
  | { kind: 'url'; at: number; text: string }
  | { kind: 'code'; at: number; text: string }
  | { kind: 'mark'; at: number; mark: MarkName; children: Inline[] };
