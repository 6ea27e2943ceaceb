import type { RenderableLayoutBlock } from '@rocket.chat/ui-kit';
import type { Surface } from './Surface';

const EVERYWHERE = ['actions', 'context', 'divider', 'image', 'input', 'section', 'preview'] as const;

/**
 * What the released web client draws on each surface; any other block disappears there without a word.
 * A message draws an input although it has no state to submit: it then only works by `dispatchActionConfig`.
 */
export const drawnBlockTypes: Record<Surface, readonly RenderableLayoutBlock['type'][]> = {
  message: [...EVERYWHERE, 'video_conf', 'info_card'],
  modal: [...EVERYWHERE, 'callout'],
  contextualBar: [...EVERYWHERE, 'callout', 'tab_navigation'],
  banner: [...EVERYWHERE, 'info_card'],
};
