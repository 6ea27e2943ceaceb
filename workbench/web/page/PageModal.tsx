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

/** The frame of a dialog of the page itself. Escape and X close it, and the focus returns to its earlier place. */
export function PageDialog({
  title,
  onLeave,
  controls,
  children,
}: {
  readonly title: string;
  readonly onLeave: () => void;
  /** The buttons of its foot, if it has one. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}) {
  const titleId = useId();
  useRestoredFocus();
  const root = document.getElementById('modal-root');
  return (
    root &&
    createPortal(
      <ModalBackdrop onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && onLeave()}>
        <FocusScope contain autoFocus>
          <Modal open role="dialog" aria-modal="true" aria-labelledby={titleId}>
            <ModalHeader>
              <ModalTitle id={titleId}>{title}</ModalTitle>
              <ModalClose tabIndex={-1} aria-label={words.uikit.close} onClick={onLeave} />
            </ModalHeader>
            <ModalContent>{children}</ModalContent>
            {controls && (
              <ModalFooter>
                <ModalFooterControllers>{controls}</ModalFooterControllers>
              </ModalFooter>
            )}
          </Modal>
        </FocusScope>
      </ModalBackdrop>,
      root,
    )
  );
}

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
  return (
    <PageDialog
      title={title}
      onLeave={onCancel}
      controls={
        <>
          <Button onClick={onCancel}>{words.closing.cancel}</Button>
          <Button primary={!danger} danger={danger} loading={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </PageDialog>
  );
}
