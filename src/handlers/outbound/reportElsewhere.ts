import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { UserType } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../Host';
import { openDirectRoom } from '../omnichannel/openDirectRoom';
import { postAsApp } from '../omnichannel/postAsApp';
import { formatPhone } from '../phone/formatPhone';
import { translatorOf } from '../translation/translatorOf';
import { warnAdmins } from '../warnings/warnAdmins';
import type { Undelivered } from './Undelivered';

/** What there is to tell of a message that failed. */
interface Failure {
  excerpt: string;
  /** What happened and what to do next, in plain words. */
  reason: string;
  /** Who wrote the message, where it was somebody. */
  sender?: IUser;
}

/**
 * Tells of a failed message whose conversation is closed, or has no room at all: the agent who wrote it in a direct
 * message, and of the app's own texts the setup channel, once a day for each number and reason.
 */
export async function reportElsewhere(host: Host, undelivered: Undelivered, failure: Failure): Promise<void> {
  const { number, customer } = undelivered;
  const { excerpt, reason, sender } = failure;
  const params = { number: formatPhone(number), customer: phoneOf(customer), excerpt, reason };
  if (sender?.type === UserType.USER) {
    const t = await translatorOf(host);
    await postAsApp(host, await openDirectRoom(host, sender), {
      text: `:warning: ${t('delivery:failedElsewhere', params)}`,
    });
  } else {
    const day = new Date().toISOString().slice(0, 10);
    await warnAdmins(host, `undelivered ${number} ${day} ${reason}`, 'delivery:failedElsewhere', params);
  }
}

/** A customer without a phone has an id of Meta's that tells nobody anything, but it is all there is. */
function phoneOf(customer: string): string {
  const [phone = customer] = customer.split('~');
  return /^\d+$/.test(phone) ? formatPhone(phone) : customer;
}
