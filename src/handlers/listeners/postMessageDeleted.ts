import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import { sayUnseen } from '../outbound/sayUnseen';

/** An agent deleted a message of ours: WhatsApp has no way to take back what was sent, which the agents should know. */
export async function postMessageDeleted(host: Host, message: IMessage): Promise<void> {
  await sayUnseen(host, message, 'delivery:deletionUnseen');
}
