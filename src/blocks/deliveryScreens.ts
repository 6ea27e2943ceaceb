import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from './elements';
import { plainText, section } from './elements';
import { modal } from './modal';
import type { ModalScreen } from './modal';

/** How far a message got, and when. */
interface Delivered {
  state: string;
  /** As whoever reads it writes times. */
  time: string;
}

/** What became of one WhatsApp message. */
interface ShownPart {
  state: string;
  /** What it went through before, in its order. */
  steps: readonly Delivered[];
  /** Why it failed. */
  reason?: string;
}

/** A message to the customer. */
interface ShownMessage {
  /** Its beginning, with nothing in it that Markdown would make something of. */
  excerpt: string;
  /** Who wrote it, where no person did. */
  origin?: string;
  time: string;
  parts: readonly ShownPart[];
  /** Where nothing is known of parts: why. */
  none?: 'waiting' | 'unsent' | 'forgotten';
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
  uncertain: ':grey_question:',
  refused: ':warning:',
  unsent: ':warning:',
};

/** The small line below an agent's message. */
export function deliveryLine(drawing: Drawing, { state, time }: Delivered): { text: string; blocks: LayoutBlock[] } {
  const text = `${say(drawing, state)}, ${time}`;
  const blockId = 'delivery-line';
  return {
    text,
    blocks: [{ type: 'context', appId: drawing.appId, blockId, elements: [{ type: 'mrkdwn', text }] }],
  };
}

/** **WhatsApp status**: what became of messages to the customer, with the times of each step. */
export function deliveryModal(
  drawing: Drawing,
  { messages, isList }: { messages: readonly ShownMessage[]; isList: boolean },
): ModalScreen {
  const { t, appId } = drawing;
  const heading = messages.length > 0 ? 'delivery:statusLast' : 'delivery:statusNone';
  const blocks: LayoutBlock[] = isList ? [section(drawing, 'delivery-heading', t(heading))] : [];
  messages.forEach((message, index) => {
    if (isList || index > 0) {
      blocks.push({ type: 'divider', appId, blockId: `delivery-divider-${index}` });
    }
    blocks.push(...drawMessage(drawing, message, index));
  });
  return modal(drawing, { title: t('delivery:statusTitle'), close: t('connect:close'), blocks });
}

function drawMessage(
  drawing: Drawing,
  { excerpt, origin, time, parts, none }: ShownMessage,
  index: number,
): LayoutBlock[] {
  const { t, appId } = drawing;
  const states = parts.map(({ state, reason }, at) => {
    const part = parts.length > 1 ? `${t('delivery:statusPart', { number: at + 1 })}: ` : '';
    return `${part}${say(drawing, state)}${reason ? `\n${reason}` : ''}`;
  });
  const lines = [...(origin ? [origin] : []), `**“${excerpt}”**`, ...(none ? [say(drawing, none)] : states)];
  const steps = parts.map(({ steps: each }) => each.map((step) => `${t(SAYS[step.state] ?? '')} ${step.time}`));
  const told = steps.filter((each) => each.length > 0).map((each) => each.join(' · '));
  return [
    section(drawing, `delivery-message-${index}`, lines.join('\n')),
    {
      type: 'context',
      appId,
      blockId: `delivery-times-${index}`,
      elements: [time, ...told].map((text) => plainText(text)),
    },
  ];
}

function say({ t }: Drawing, state: string): string {
  const mark = MARKS[state];
  return `${mark ? `${mark} ` : ''}${t(SAYS[state] ?? 'delivery:stateAccepted')}`;
}
