import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { encodeValue } from '../handlers/core/actionValue';
import type { Drawing } from './elements';
import { actions, button, section } from './elements';
import type { ModalScreen } from './modal';
import { modal } from './modal';

/** What a card shows of a connected number; absent facts are left out. */
export interface NumberCardModel {
  digits: string;
  /** In international form. */
  number: string;
  displayName?: string;
  department?: string;
  /** WhatsApp's quality rating and messaging limit, in words. */
  quality?: string;
  messagingLimit?: string;
}

/** The card of a connected number, with its buttons. */
export function numberCard(drawing: Drawing, model: NumberCardModel): LayoutBlock[] {
  const { t } = drawing;
  const lines = [
    t('numbers:number', { number: model.number }),
    model.displayName ? t('numbers:name', { name: model.displayName }) : '',
    model.department ? t('numbers:department', { department: model.department }) : '',
    model.quality ? t('numbers:quality', { quality: model.quality }) : '',
    model.messagingLimit ? t('numbers:limit', { limit: model.messagingLimit }) : '',
  ];
  const blockId = `number-actions-${model.digits}`;
  const value = encodeValue({ number: model.digits });
  return [
    section(drawing, `number-${model.digits}`, lines.filter(Boolean).join('\n')),
    actions(drawing, blockId, [
      button(drawing, { blockId, actionId: 'edit-number', text: t('numbers:edit'), value, style: 'primary' }),
      button(drawing, { blockId, actionId: 'run-doctor', text: t('numbers:doctor'), value }),
      button(drawing, {
        blockId,
        actionId: 'disconnect-number',
        text: t('numbers:disconnect'),
        value,
        style: 'danger',
      }),
    ]),
  ];
}

/**
 * Asks for confirmation before a number is disconnected, and says what that means. With a reason, it asks whether to
 * disconnect the number here alone.
 */
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
