import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from './Drawing';

/** How far a message got, and when. */
interface Delivered {
  state: string;
  /** As whoever reads it writes times. */
  time: string;
}

/** The small line below an agent's message. */
export function deliveryLine(drawing: Drawing, { state, time }: Delivered): { text: string; blocks: LayoutBlock[] } {
  const text = `${state === 'failed' ? ':warning:' : '✓✓'} ${sayState(drawing, state)}, ${time}`;
  const blockId = 'delivery-line';
  return { text, blocks: [{ type: 'context', appId: drawing.appId, blockId, elements: [{ type: 'mrkdwn', text }] }] };
}

const SAYS: Readonly<Record<string, string>> = {
  accepted: 'delivery:stateAccepted',
  sent: 'delivery:stateSent',
  delivered: 'delivery:stateDelivered',
  read: 'delivery:stateRead',
  played: 'delivery:statePlayed',
  failed: 'delivery:stateFailed',
};

/** A state of a delivery in words. */
export function sayState({ t }: Drawing, state: string): string {
  return t(SAYS[state] ?? 'delivery:stateAccepted');
}
