import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { UserType } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../../core/Host';
import { openDirectRoom } from '../../omnichannel/notifyUser';
import { postAsApp } from '../../omnichannel/postAsApp';
import { translatorOf } from '../../core/translator';
import { warnAdmins } from '../../numbers/warnAdmins';
import { formatPhone, showCustomer } from '../../whatsapp/phoneNumbers';

/** The message that was not delivered. */
export interface FailureReport {
  /** The digits of our number. */
  number: string;
  customer: string;
  roomId?: string;
  /** The key of its records and the number of the part, as in `Outgoing`; the default is the message. */
  about?: string;
  piece?: string;
  /** As in the records. */
  byApp?: string;
  /** Rocket.Chat's id; absent for texts that the app sends by itself. */
  messageId?: string;
  /** For an agent's reaction: the emoji, or '' when it was removed. `messageId` is the message that it belongs to. */
  reacted?: string;
  /** WhatsApp's id, if WhatsApp took the message. */
  wamid?: string;
  /** The name of its template. */
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
  /** Whether its conversation is open but nobody would notice a card there. */
  isOpen?: boolean;
}

/**
 * Reports a failed message when its conversation is closed, has no room, or is not being read. The author gets a direct
 * message. Failures of automatic texts are reported in the setup channel, once a day for each number and reason.
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
