import type { Surface } from '../readBlocks';
import type { PlacedBlock } from './PlacedBlock';
import type { PlacedElement } from './PlacedElement';

/** What a rule looks at. */
export type Linted = {
  readonly surface: Surface;
  readonly blocks: readonly PlacedBlock[];
  /** All elements of all blocks, in order. */
  readonly elements: readonly PlacedElement[];
  /** The text of the message that carries the blocks, if it is known. */
  readonly text: string | undefined;
  /** Whether the blocks were seen as the client gets them, with the ids that the server adds. */
  readonly delivered: boolean;
};

/** A fault of a block or element: where, and in words. */
export type Fault = { readonly path: string; readonly message: string };

/** One trap of UIKit. */
export type LintRule = { readonly id: string; readonly check: (linted: Linted) => readonly Fault[] };
