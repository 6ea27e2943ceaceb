import { Banner, Icon } from '@rocket.chat/fuselage';
import type { Keys } from '@rocket.chat/icons';
import icons from '@rocket.chat/icons';
import type { OpenView } from '../interactions/openViews';
import { changeViews } from '../interactions/openViews';
import { SurfaceBlocks } from '../SurfaceBlocks';
import { FrameTexts } from '../text/useTextOf';
import { UiKitContext } from '../UiKitContext';
import { SurfaceGuard } from './SurfaceGuard';
import { useSurfaceWorld } from './useSurfaceWorld';
import { useViewSurface, viewTitle } from './useViewSurface';

const isIcon = (name: string | undefined): name is Keys => name !== undefined && name in icons;

/** A banner. Whatever is clicked in it, it goes away afterwards. */
export function BannerSurface({ open }: { readonly open: OpenView }) {
  const { client } = useSurfaceWorld();
  const { view } = open;
  const dispose = () => client.views.setState(changeViews.closeBanner(view.id), true);
  const { context, state } = useViewSurface(open, 'banner', dispose);

  const close = async () => {
    dispose();
    await client.emit(view.appId, {
      type: 'viewClosed',
      payload: { viewId: view.id, view: { ...view, state }, isCleared: true },
    });
  };

  return (
    <UiKitContext value={context}>
      <FrameTexts>
        {(textOf) => (
          <Banner
            closeable
            icon={isIcon(view.icon) ? <Icon name={view.icon} size={20} /> : undefined}
            inline={view.inline ?? false}
            title={viewTitle(view.title, textOf) || undefined}
            variant={view.variant ?? 'neutral'}
            onClose={() => void close()}
            data-view={view.id}
          >
            <SurfaceGuard>
              <SurfaceBlocks blocks={view.blocks} />
            </SurfaceGuard>
          </Banner>
        )}
      </FrameTexts>
    </UiKitContext>
  );
}
