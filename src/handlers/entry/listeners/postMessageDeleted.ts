import type { IMessage, IMessageDeleteContext } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../core/Host';
import { isBot } from '../../outbound/agent/messageOrigin';
import { sayUnseen } from '../../outbound/agent/sayUnseen';
import { forgetDeleted } from '../../outbound/sendWhenAnswered';

/**
 * An agent deleted a message of ours: WhatsApp has no way to take back what was sent, which the agents should know. One
 * that waited for its customer does not wait any more.
 */
export async function postMessageDeleted(
  host: Host,
  message: IMessage,
  context?: IMessageDeleteContext,
): Promise<void> {
  if (isBot(context?.user)) {
    return;
  }
  await sayUnseen(host, message, 'delivery:deletionUnseen');
  await forgetDeleted(host, message);
}
