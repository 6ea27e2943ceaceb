import type { LayoutBlock, RenderableLayoutBlock } from '@rocket.chat/ui-kit';
import { isRecord } from '../state/pick';

/** The places where an app's blocks are drawn. */
export type Surface = 'message' | 'modal' | 'contextualBar' | 'banner';

/**
 * Blocks from a message or view; undefined when it is not a list. Entries without a type are left out: nothing could draw
 * them.
 */
export function readBlocks(value: unknown): LayoutBlock[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const typed: unknown = value.filter((block) => isRecord(block) && typeof block['type'] === 'string');
  return typed as LayoutBlock[];
}

const EVERYWHERE = ['actions', 'context', 'divider', 'image', 'input', 'section', 'preview'] as const;

/**
 * The blocks that the released web client draws on each surface. Any other block disappears there silently.
 * A message draws an input although it has no state to submit: it then only works by `dispatchActionConfig`.
 */
export const drawnBlockTypes: Record<Surface, readonly RenderableLayoutBlock['type'][]> = {
  message: [...EVERYWHERE, 'video_conf', 'info_card'],
  modal: [...EVERYWHERE, 'callout'],
  contextualBar: [...EVERYWHERE, 'callout', 'tab_navigation'],
  banner: [...EVERYWHERE, 'info_card'],
};
