import type { LintBlock } from './LintBlock';

/** A block with its place; blocks of a conditional stand where it would put them. */
export type PlacedBlock = { readonly path: string; readonly block: LintBlock };
