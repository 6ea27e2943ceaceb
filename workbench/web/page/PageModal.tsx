import {
  Button,
  Modal,
  ModalBackdrop,
  ModalClose,
  ModalContent,
  ModalFooter,
  ModalFooterControllers,
  ModalHeader,
  ModalTitle,
} from '@rocket.chat/fuselage';
import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { FocusScope } from 'react-aria';
import { createPortal } from 'react-dom';
import { useRestoredFocus } from '../uikit/surfaces/useRestoredFocus';
import { words } from '../words';

/** A question of the page itself. Escape and X answer no. */
export function PageModal({
  title,
  confirm,
  danger = false,
  busy = false,
  onConfirm,
  onCancel,
  children,
}: {
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const titleId = useId();
  useRestoredFocus();
  const root = document.getElementById('modal-root');
  return (
    root &&
    createPortal(
      <ModalBackdrop onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && onCancel()}>
        <FocusScope contain autoFocus>
          <Modal open role="dialog" aria-modal="true" aria-labelledby={titleId}>
            <ModalHeader>
              <ModalTitle id={titleId}>{title}</ModalTitle>
              <ModalClose tabIndex={-1} aria-label={words.uikit.close} onClick={onCancel} />
            </ModalHeader>
            <ModalContent>{children}</ModalContent>
            <ModalFooter>
              <ModalFooterControllers>
                <Button onClick={onCancel}>{words.closing.cancel}</Button>
                <Button primary={!danger} danger={danger} loading={busy} onClick={onConfirm}>
                  {confirm}
                </Button>
              </ModalFooterControllers>
            </ModalFooter>
          </Modal>
        </FocusScope>
      </ModalBackdrop>,
      root,
    )
  );
}
