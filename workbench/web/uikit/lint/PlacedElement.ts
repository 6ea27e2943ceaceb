import type { LintBlock } from './LintBlock';

/** Where in its block an element stands. */
export type ElementPlace = 'actions' | 'input' | 'accessory' | 'callout' | 'context' | 'tabs' | 'info_card';

/** An element with its place. */
export type PlacedElement = {
  readonly path: string;
  readonly element: LintBlock;
  readonly place: ElementPlace;
  readonly block: LintBlock;
};
