import { isRecord, pickList, pickText } from '../../state/pick';
import type { Surface } from '../readBlocks';

/** The input of a rule. */
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

/** Something about an app's blocks that people would not see, or not as it was meant. */
export type Finding = {
  readonly rule: string;
  /** Where it is: `blocks[2].elements[0]`. */
  readonly path: string;
  readonly message: string;
};

/** A block with its place; blocks of a conditional stand where it would put them. */
export type PlacedBlock = { readonly path: string; readonly block: LintBlock };

/** Where in its block an element stands. */
export type ElementPlace = 'actions' | 'input' | 'accessory' | 'callout' | 'context' | 'tabs' | 'info_card';

/** An element with its place. */
export type PlacedElement = {
  readonly path: string;
  readonly element: LintBlock;
  readonly place: ElementPlace;
  readonly block: LintBlock;
};

/** A block or element as it travels: anything with a type. */
export type LintBlock = { readonly type: string; readonly [field: string]: unknown };

/** Whether something has the form of a block or element. */
export function isBlock(value: unknown): value is LintBlock {
  return isRecord(value) && typeof value['type'] === 'string';
}

const STILL = new Set(['image', 'icon', 'plain_text', 'mrkdwn']);

/** Whether a person can use an element. */
export function isInteractive({ type }: LintBlock): boolean {
  return !STILL.has(type);
}

/** The values of an element's options, in order. */
export function optionsOf(element: LintBlock): readonly string[] {
  return pickList(element, 'options').flatMap((option) => pickText(option, 'value') ?? []);
}
