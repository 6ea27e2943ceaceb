import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import type { WhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { findConversation } from '../records/conversations';
import { canSend } from './canSend';
import { connectionOf } from './connectionOf';
import { contentsOf } from './contentsOf';
import { deliver } from './deliver';
import { outTurn } from './outTurn';
import { readLastInbound } from './readLastInbound';
import { reportFailure } from './reportFailure';

/**
 * Sends what an agent or a bot wrote in a conversation's room to the customer, from the number that they wrote to, in
 * the order of the room. Whatever keeps it from being sent is told in the room; nothing fails in silence.
 */
export async function sendAgentMessage(
  host: Host,
  message: IMessage,
  { number, customer }: WhatsappRoom,
): Promise<void> {
  await host.memory.turns.take(outTurn({ number, customer }), async () => {
    try {
      await send(host, message, { number, customer });
    } catch (error) {
      await reportFailure(host, { roomId: message.room.id, messageId: message.id, text: message.text }, error);
    }
  });
}

async function send(host: Host, message: IMessage, { number: digits, customer }: WhatsappRoom): Promise<void> {
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const refusal = canSend({ number, lastInboundAt: readLastInbound(message.room), now: Date.now() });
  if (!number || refusal) {
    throw refusal ?? new Error('a number that may send is connected');
  }
  const conversation = await findConversation(host, digits, [customer]);
  if (!conversation) {
    throw new Error(`no conversation is recorded for the room ${message.room.id}`);
  }
  const contents = await contentsOf(host, await connectionOf(host, number), message);
  for (const content of contents) {
    await deliver(host, { number, conversation, roomId: message.room.id, messageId: message.id, content });
  }
}
