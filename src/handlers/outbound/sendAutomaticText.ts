import type { Host } from '../Host';
import { postAsApp } from '../omnichannel/postAsApp';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';
import { deliver } from './deliver';
import { outTurn } from './outTurn';
import { reportFailure } from './reportFailure';
import { splitText } from './splitText';

/** One of the texts that an admin wrote for a number, on its way to a customer. */
export interface AutomaticText {
  number: ConnectedNumber;
  conversation: Conversation;
  /** Absent where there is none, as when nobody is available. */
  room?: IRoom;
  text: string;
  /** Whether the text is shown in the room as said by the app. */
  shown: boolean;
}

/**
 * Sends one of the texts of a number, before anything that is sent to this customer later. It always may go out: the
 * customer wrote just now, or the conversation was open until now. A failure is told in the room.
 */
export async function sendAutomaticText(host: Host, automatic: AutomaticText): Promise<void> {
  const { number, conversation, room, text, shown } = automatic;
  await host.memory.turns.take(outTurn(conversation), async () => {
    try {
      for (const body of splitText(text)) {
        const content = { type: 'text', text: { body } };
        await deliver(host, { number, conversation, roomId: room?.id ?? '', content });
      }
      if (room && shown) {
        await postAsApp(host, room, { text });
      }
    } catch (error) {
      await reportFailure(host, { roomId: room?.id, text }, error);
    }
  });
}
