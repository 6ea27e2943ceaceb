import type { Surface } from '../readBlocks';
import type { Finding } from './Finding';
import type { LintRule } from './LintRule';
import { lintRules } from './lintRules';
import { placeBlocks } from './placeBlocks';
import { placeElements } from './placeElements';

/** What else is known about the blocks. */
export type LintOptions = {
  /** The text of the message that carries them. */
  readonly text?: string | undefined;
  /** Whether they were seen as the client gets them, with the ids that the server adds. */
  readonly delivered?: boolean;
  /** Rules besides the own ones. */
  readonly also?: readonly LintRule[];
};

/**
 * Looks for the traps of UIKit in the blocks of a surface: what the released client would not draw, not send, or not keep. An
 * empty list means that none is known.
 */
export function lintSurface(
  surface: Surface,
  blocks: readonly unknown[],
  options: LintOptions = {},
): readonly Finding[] {
  const placed = placeBlocks(blocks);
  const linted = {
    surface,
    blocks: placed,
    elements: placed.flatMap(placeElements),
    text: options.text,
    delivered: options.delivered ?? false,
  };
  return [...lintRules, ...(options.also ?? [])].flatMap(({ id, check }) =>
    check(linted).map((fault) => ({ rule: id, ...fault })),
  );
}
