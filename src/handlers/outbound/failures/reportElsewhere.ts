import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { UserType } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../../core/Host';
import { openDirectRoom } from '../../omnichannel/notifyUser';
import { postAsApp } from '../../omnichannel/postAsApp';
import { translatorOf } from '../../core/translator';
import { warnAdmins } from '../../numbers/warnAdmins';
import { formatPhone, showCustomer } from '../../whatsapp/phoneNumbers';

/** Which message was not delivered. */
export interface FailureReport {
  /** The digits of our number. */
  number: string;
  customer: string;
  roomId?: string;
  /** The key of its records and the number of the piece, as in `Outgoing`; by default the message. */
  about?: string;
  piece?: string;
  /** As in the records. */
  byApp?: string;
  /** Rocket.Chat's id; absent for texts that the app sends by itself. */
  messageId?: string;
  /** For an agent's reaction: the emoji, or '' when it was removed. `messageId` is the message that it belongs to. */
  reacted?: string;
  /** WhatsApp's id, where it had taken the message. */
  wamid?: string;
  /** The name of the template that it was sent with. */
  template?: string;
  /** The id of the user who sent that template. */
  sentBy?: string;
  /** The undelivered text, if no message in Rocket.Chat holds it. */
  text?: string;
}

/** The facts about a message that failed. */
interface Failure {
  excerpt: string;
  /** What happened and what to do next, in plain words. */
  reason: string;
  /** The author of the message, if it was a person. */
  sender?: IUser;
  /** Its conversation is open, but nobody would notice it there. */
  isOpen?: boolean;
}

/**
 * Tells of a failed message whose conversation is closed, has no room at all, or is not looked at: the agent who wrote it in a direct
 * message, and of the app's own texts the setup channel, once a day for each number and reason.
 */
export async function reportElsewhere(host: Host, undelivered: FailureReport, failure: Failure): Promise<void> {
  const { number, customer } = undelivered;
  const { excerpt, reason, sender, isOpen = false } = failure;
  const params = { number: formatPhone(number), customer: showCustomer(customer), excerpt, reason };
  if (sender?.type === UserType.USER) {
    const t = await translatorOf(host);
    await postAsApp(host, await openDirectRoom(host, sender), {
      text: `:warning: ${t(isOpen ? 'delivery:failedUnnoticed' : 'delivery:failedElsewhere', params)}`,
    });
  } else {
    const day = new Date().toISOString().slice(0, 10);
    await warnAdmins(host, `undelivered ${number} ${day} ${reason}`, 'delivery:failedElsewhere', params);
  }
}
