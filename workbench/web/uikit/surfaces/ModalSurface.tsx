import {
  AnimatedVisibility,
  Box,
  Modal,
  ModalBackdrop,
  ModalClose,
  ModalContent,
  ModalFooter,
  ModalFooterControllers,
  ModalHeader,
  ModalThumb,
  ModalTitle,
} from '@rocket.chat/fuselage';
import { useId, useState } from 'react';
import type { KeyboardEvent, MouseEvent, SubmitEvent } from 'react';
import { FocusScope } from 'react-aria';
import { createPortal } from 'react-dom';
import { words } from '../../words';
import { ViewActions } from '../interactions/ViewActions';
import type { OpenView } from '../interactions/openViews';
import { SurfaceBlocks } from '../SurfaceBlocks';
import { FrameTexts } from '../text/useTextOf';
import { UiKitContext } from '../UiKitContext';
import { SurfaceGuard } from './SurfaceGuard';
import { ViewButtons } from './ViewButtons';
import { useKeptFocus, useRestoredFocus } from './useRestoredFocus';
import { useSurfaceWorld } from './useSurfaceWorld';
import { useViewSurface, viewTitle } from './useViewSurface';

/** A modal with its frame. Escape and a click beside it drop it without a word to the app. */
export function ModalSurface({ open, inline = false }: { readonly open: OpenView; readonly inline?: boolean }) {
  const { client, iconUrl } = useSurfaceWorld();
  const { context, state } = useViewSurface(open, 'modal');
  const { view } = open;
  const actions = new ViewActions(client, 'modal', undefined);
  const [busy, setBusy] = useState(false);
  const titleId = useId();
  useRestoredFocus();
  useKeptFocus(view.id, view, busy);

  const submit = async (event: SubmitEvent | MouseEvent) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    setBusy(true);
    await actions.submit(view, state);
    setBusy(false);
  };
  const dropByKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      client.dropModal();
    }
  };

  const modal = (
    <Modal open role="dialog" aria-modal="true" aria-labelledby={titleId} data-view={view.id}>
      <UiKitContext value={context}>
        <FrameTexts>
          {(textOf) => (
            <>
              <ModalHeader>
                {view.showIcon && <ModalThumb url={iconUrl(view.appId)} />}
                <ModalTitle id={titleId}>{viewTitle(view.title, textOf)}</ModalTitle>
                <ModalClose
                  tabIndex={-1}
                  aria-label={words.uikit.close}
                  onClick={() => void actions.close(view, state, true)}
                />
              </ModalHeader>
              <ModalContent>
                <Box is="form" method="post" action="#" onSubmit={(event: SubmitEvent) => void submit(event)}>
                  <SurfaceGuard>
                    <SurfaceBlocks blocks={view.blocks} />
                  </SurfaceGuard>
                </Box>
              </ModalContent>
              <ModalFooter>
                <ModalFooterControllers>
                  <ViewButtons
                    view={view}
                    busy={busy}
                    onClose={() => void actions.close(view, state, false)}
                    onSubmit={(event) => void submit(event)}
                  />
                </ModalFooterControllers>
              </ModalFooter>
            </>
          )}
        </FrameTexts>
      </UiKitContext>
    </Modal>
  );
  if (inline) {
    return modal;
  }
  const root = document.getElementById('modal-root');
  return (
    root &&
    createPortal(
      <ModalBackdrop
        onMouseDown={(event: MouseEvent) => {
          if (event.target === event.currentTarget) {
            client.dropModal();
          }
        }}
        onKeyDown={dropByKey}
      >
        <AnimatedVisibility visibility="visible">
          <FocusScope autoFocus>{modal}</FocusScope>
        </AnimatedVisibility>
      </ModalBackdrop>,
      root,
    )
  );
}
