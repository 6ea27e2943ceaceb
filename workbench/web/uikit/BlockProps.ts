import type { BlockContext, SurfaceRenderer } from '@rocket.chat/ui-kit';
import type { ReactElement } from 'react';

/** What each block and element component gets. */
export type BlockProps<TBlock> = {
  readonly block: TBlock;
  readonly context: BlockContext;
  readonly index: number;
  readonly renderer: SurfaceRenderer<ReactElement>;
};
