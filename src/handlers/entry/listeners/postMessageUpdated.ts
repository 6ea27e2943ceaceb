import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../core/Host';
import { sayUnseen } from '../../outbound/agent/sayUnseen';

/** An agent edited a message of ours: WhatsApp has no way to edit what was sent, which the agents should know. */
export async function postMessageUpdated(host: Host, message: IMessage): Promise<void> {
  await sayUnseen(host, message, 'delivery:editUnseen');
}
