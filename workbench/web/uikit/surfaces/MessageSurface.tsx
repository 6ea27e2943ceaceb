import { MessageBlock } from '@rocket.chat/fuselage';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { SurfaceBlocks } from '../SurfaceBlocks';
import { UiKitContext } from '../UiKitContext';
import { SurfaceGuard } from './SurfaceGuard';
import { useSurfaceWorld } from './useSurfaceWorld';

/**
 * The blocks of a message. Its interactions are sent and not waited for: an element of a message is never busy, and can be
 * clicked twice.
 */
export function MessageSurface({
  rid,
  mid,
  blocks,
}: {
  readonly rid: string;
  readonly mid: string;
  readonly blocks: readonly LayoutBlock[];
}) {
  const { client, translate, suggest, ghosts } = useSurfaceWorld();
  return (
    <MessageBlock fixedWidth>
      <UiKitContext
        value={{
          surface: 'message',
          values: {},
          errors: {},
          action: ({ appId, actionId, blockId, value }) => {
            void client.emit(appId, {
              type: 'blockAction',
              actionId,
              payload: { blockId: blockId ?? '', value },
              container: { type: 'message', id: mid },
              rid,
              mid,
            });
            return undefined;
          },
          translate,
          suggest,
          ghosts,
        }}
      >
        <SurfaceGuard>
          <SurfaceBlocks blocks={blocks} />
        </SurfaceGuard>
      </UiKitContext>
    </MessageBlock>
  );
}
