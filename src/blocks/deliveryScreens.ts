import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { encodeValue } from '../handlers/core/actionValue';
import type { Drawing } from './elements';
import { actions, button, inOrder, plainText, section, smallPrint } from './elements';
import { modal } from './modal';
import type { ModalScreen } from './modal';

/** How far a message got, and when. */
interface Delivered {
  state: string;
  /** In the reader's own time format. */
  time: string;
}

/** What became of one WhatsApp message. */
interface ShownPart {
  state: string;
  /** The earlier states, oldest first. */
  steps: readonly Delivered[];
  /** Why it failed. */
  reason?: string;
}

/** A message to the customer. */
interface ShownMessage {
  /** The beginning of the text, without marks that Markdown would format. */
  excerpt: string;
  /** Who sent it, when that is not a person: the app, or the template's author. */
  origin?: string;
  time: string;
  parts: readonly ShownPart[];
  /** Why no parts of the message are known. */
  none?: 'waiting' | 'unsent' | 'forgotten' | 'kept';
}

/** A message that waits for the customer's answer. */
interface ShownKept {
  messageId: string;
  excerpt: string;
  /** Who wrote it, and when. */
  by: string;
  time: string;
  /** Whether it was written in an earlier conversation. */
  isEarlier: boolean;
}

/** Everything that **WhatsApp status** shows about a conversation. */
export interface RoomStatus {
  roomId: string;
  kept: readonly ShownKept[];
  /** Whether the reader may cancel messages that wait. */
  mayCancel: boolean;
  messages: readonly ShownMessage[];
  /** What the reader's last click did. */
  done?: string;
}

const SAYS: Readonly<Record<string, string>> = {
  accepted: 'delivery:stateAccepted',
  sent: 'delivery:stateSent',
  delivered: 'delivery:stateDelivered',
  read: 'delivery:stateRead',
  played: 'delivery:statePlayed',
  failed: 'delivery:stateFailed',
  waiting: 'delivery:statusWaiting',
  uncertain: 'delivery:statusUncertain',
  refused: 'delivery:statusRefused',
  kept: 'delivery:statusKept',
  unsent: 'delivery:statusUnsent',
  forgotten: 'delivery:statusForgotten',
};

/** Emoji, which every client draws itself: not every system has a font with ticks. */
const MARKS: Readonly<Record<string, string>> = {
  accepted: ':hourglass_flowing_sand:',
  sent: ':heavy_check_mark:',
  delivered: ':ballot_box_with_check:',
  read: ':white_check_mark:',
  played: ':white_check_mark:',
  failed: ':warning:',
  waiting: ':hourglass_flowing_sand:',
  kept: ':hourglass_flowing_sand:',
  uncertain: ':grey_question:',
  refused: ':warning:',
  unsent: ':warning:',
};

/** The small line below an agent's message. */
export function deliveryLine(drawing: Drawing, { state, time }: Delivered): { text: string; blocks: LayoutBlock[] } {
  const said = say(drawing, state);
  const elements = [{ type: 'mrkdwn', text: inOrder(drawing, said) } as const, plainText(inOrder(drawing, time))];
  return {
    text: `${said}, ${time}`,
    blocks: [{ type: 'context', appId: drawing.appId, blockId: 'delivery-line', elements }],
  };
}

/** **WhatsApp status** of one message, with the times of each step. */
export function messageStatusModal(drawing: Drawing, message: ShownMessage): ModalScreen {
  return draw(drawing, drawMessage(drawing, message, 0));
}

/** **WhatsApp status** of a conversation: all that waits for the customer's answer, then the last messages to them. */
export function roomStatusModal(
  drawing: Drawing,
  { roomId, kept, mayCancel, messages, done }: RoomStatus,
): ModalScreen {
  const { t, appId } = drawing;
  const waiting = kept.flatMap((each, index) => drawKept(drawing, each, { index, roomId, mayCancel }));
  const last = messages.flatMap((message, index) => [
    { type: 'divider', appId, blockId: `delivery-divider-${index}` } as const,
    ...drawMessage(drawing, message, index),
  ]);
  return draw(drawing, [
    ...(done === undefined ? [] : [section(drawing, 'delivery-done', done)]),
    ...(kept.length > 0 ? [section(drawing, 'kept-heading', t('delivery:keptList')), ...waiting] : []),
    section(drawing, 'delivery-heading', t(messages.length > 0 ? 'delivery:statusLast' : 'delivery:statusNone')),
    ...last,
  ]);
}

function draw(drawing: Drawing, blocks: LayoutBlock[]): ModalScreen {
  const { t } = drawing;
  return modal(drawing, { title: t('delivery:statusTitle'), close: t('connect:close'), blocks });
}

function drawKept(
  drawing: Drawing,
  { messageId, excerpt, by, time, isEarlier }: ShownKept,
  { index, roomId, mayCancel }: { index: number; roomId: string; mayCancel: boolean },
): LayoutBlock[] {
  const blockId = `kept-actions-${index}`;
  const value = encodeValue({ messageId, room: roomId });
  const { t } = drawing;
  const text = t('delivery:cancelKept');
  const cancel = button(drawing, { blockId, actionId: `cancel-listed.${index}`, text, value });
  return [
    section(drawing, `kept-message-${index}`, `:hourglass_flowing_sand: **${t('delivery:quoted', { excerpt })}**`),
    smallPrint(drawing, `kept-by-${index}`, by, time),
    ...(isEarlier ? [smallPrint(drawing, `kept-earlier-${index}`, t('delivery:keptEarlier'))] : []),
    ...(mayCancel ? [actions(drawing, blockId, [cancel])] : []),
  ];
}

function drawMessage(
  drawing: Drawing,
  { excerpt, origin, time, parts, none }: ShownMessage,
  index: number,
): LayoutBlock[] {
  const { t } = drawing;
  const states = parts.map(({ state, reason }, at) => {
    const part = parts.length > 1 ? `${t('delivery:statusPart', { number: at + 1 })}: ` : '';
    return `${part}${say(drawing, state)}${reason ? `\n${reason}` : ''}`;
  });
  const lines = [
    ...(origin ? [origin] : []),
    `**${t('delivery:quoted', { excerpt })}**`,
    ...(none ? [say(drawing, none)] : []),
    ...states,
  ];
  const steps = parts.map(({ steps: each }) => each.map((step) => `${t(SAYS[step.state] ?? '')} ${step.time}`));
  const told = steps.filter((each) => each.length > 0).map((each) => each.join(' · '));
  return [
    section(drawing, `delivery-message-${index}`, lines.join('\n')),
    smallPrint(drawing, `delivery-times-${index}`, time, ...told),
  ];
}

function say({ t }: Drawing, state: string): string {
  const mark = MARKS[state];
  return `${mark ? `${mark} ` : ''}${t(SAYS[state] ?? 'delivery:stateAccepted')}`;
}
