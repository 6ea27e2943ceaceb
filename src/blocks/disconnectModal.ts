import type { Drawing } from './Drawing';
import { section } from './elements/section';
import { modal } from './modal';
import type { ModalScreen } from './ModalScreen';

/** Asks whether a number shall really be disconnected, and says what that means; with a reason, whether here alone. */
export function disconnectModal(
  drawing: Drawing,
  { number, reason }: { number: string; reason?: string },
): ModalScreen {
  const { t } = drawing;
  return modal(drawing, {
    title: t('numbers:disconnectTitle'),
    submit: t(reason ? 'numbers:disconnectHere' : 'numbers:disconnect'),
    submitStyle: 'danger',
    close: t('numbers:keep'),
    blocks: [
      section(
        drawing,
        'disconnect',
        reason ? t('numbers:webhookStays', { number, reason }) : t('numbers:disconnectWarning', { number }),
      ),
    ],
  });
}
