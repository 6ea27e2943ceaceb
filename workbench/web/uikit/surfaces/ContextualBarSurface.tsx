import {
  Avatar,
  Box,
  ButtonGroup,
  Contextualbar,
  ContextualbarAction,
  ContextualbarFooter,
  ContextualbarHeader,
  ContextualbarTitle,
} from '@rocket.chat/fuselage';
import type { MouseEvent, SubmitEvent } from 'react';
import { useId } from 'react';
import { FocusScope } from 'react-aria';
import { words } from '../../words';
import type { OpenView } from '../interactions/openViews';
import { ViewActions } from '../interactions/ViewActions';
import { SurfaceBlocks } from '../SurfaceBlocks';
import { FrameTexts } from '../text/useTextOf';
import { UiKitContext } from '../UiKitContext';
import { SurfaceGuard } from './SurfaceGuard';
import { ViewButtons } from './ViewButtons';
import { useRestoredFocus } from './useRestoredFocus';
import { useSurfaceWorld } from './useSurfaceWorld';
import { useViewSurface, viewTitle } from './useViewSurface';

/** A contextual bar with its frame. It goes away before its submit is sent. */
export function ContextualBarSurface({ open, inline = false }: { readonly open: OpenView; readonly inline?: boolean }) {
  const { client, iconUrl } = useSurfaceWorld();
  const { context, state } = useViewSurface(open, 'contextualBar');
  const { view } = open;
  const actions = new ViewActions(client, 'contextualBar', open.rid);
  const titleId = useId();
  useRestoredFocus();

  const submit = (event: SubmitEvent | MouseEvent) => {
    event.preventDefault();
    void actions.submit(view, state);
  };

  const bar = (
    <Contextualbar
      role="dialog"
      aria-labelledby={titleId}
      width={380}
      position={inline ? 'static' : undefined}
      data-view={view.id}
    >
      <UiKitContext value={context}>
        <FrameTexts>
          {(textOf) => (
            <>
              <ContextualbarHeader>
                <Avatar url={iconUrl(view.appId)} size="x28" alt="" />
                <ContextualbarTitle id={titleId}>{viewTitle(view.title, textOf)}</ContextualbarTitle>
                <ContextualbarAction
                  name="cross"
                  aria-label={words.uikit.close}
                  onClick={() => void actions.close(view, state, true)}
                />
              </ContextualbarHeader>
              <Box flexGrow={1} flexShrink={1} overflow="auto" padding={16} tabIndex={-1}>
                <Box is="form" method="post" action="#" onSubmit={submit}>
                  <SurfaceGuard>
                    <SurfaceBlocks blocks={view.blocks} />
                  </SurfaceGuard>
                </Box>
              </Box>
              {(view.close || view.submit) && (
                <ContextualbarFooter>
                  <ButtonGroup stretch>
                    <ViewButtons view={view} onClose={() => void actions.close(view, state, false)} onSubmit={submit} />
                  </ButtonGroup>
                </ContextualbarFooter>
              )}
            </>
          )}
        </FrameTexts>
      </UiKitContext>
    </Contextualbar>
  );
  return inline ? bar : <FocusScope autoFocus>{bar}</FocusScope>;
}
