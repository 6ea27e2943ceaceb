import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import { file, removeEntry } from '../../core/records/entries';
import type { HeldEntry } from '../../core/records/Entry';
import { readEntry } from '../../core/records/Entry';
import { activityOn } from '../../core/records/customerActivity';
import type { ConnectedNumber } from '../../numbers/numbers';
import { findAwaited, targetOf } from '../../omnichannel/conversations/awaited';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { conversationKey, saveConversation } from '../../omnichannel/conversations/conversations';
import { isDepartmentGone } from '../../omnichannel/createRoom';
import { sendAutomaticText } from '../../outbound/sendAutomaticText';
import type { Task } from '../webhook/Task';

/** Milliseconds between two offline texts to a customer. */
const OFFLINE_PAUSE = 6 * 60 * 60 * 1000;

/**
 * Holds a message while no agent is available. It goes into a room, with its own time, as soon as one is. The customer
 * gets the number's offline text.
 */
export async function hold(task: Task<'message'>, conversation: Conversation): Promise<void> {
  const { host, number } = task;
  await keepHeld(task, conversation);
  const now = Date.now();
  const offlineDue = number.offlineMessage !== undefined && now - (conversation.offlineSentAt ?? 0) > OFFLINE_PAUSE;
  if (offlineDue || !conversation.holding) {
    const offlineSentAt = offlineDue ? now : conversation.offlineSentAt;
    await saveConversation(host, { ...conversation, holding: true, offlineSentAt });
  }
  if (offlineDue) {
    sendOffline(task.host, conversation, task);
  }
}

/** Not awaited: the customer's next message need not wait for it. */
function sendOffline(host: Host, conversation: Conversation, { number }: Task<'message'>): void {
  const text = number.offlineMessage ?? '';
  void sendAutomaticText(host, { kind: 'offline', number, conversation, text, shown: false });
}

/** Stores a customer's message, with its own time, until an agent is available. */
export async function keepHeld(
  { host, event, inbox, number, heard }: Task<'message'> | Task<'edit'> | Task<'revoke'> | Task<'reaction'>,
  { customer }: Conversation,
): Promise<void> {
  const { wamid } = event;
  await storeHeld(host, {
    ...file(Date.now(), wamid),
    kind: 'held',
    wamid,
    heard,
    number: number.digits,
    customer,
    at: event.timestamp ?? inbox.receivedAt,
    event,
  });
  if (inbox.wamid === wamid) {
    await removeEntry(host, inbox);
  }
}

/**
 * Whether a new conversation of this number would find an agent, by Rocket.Chat's own rules (one round trip). A deleted
 * department is ignored. If Rocket.Chat gives no answer, or a template asked for an agent who may be there although
 * nobody else is, the answer is true: Rocket.Chat then refuses the room when nobody is there.
 */
export async function isSomeoneThere(
  host: Host,
  { departmentId }: ConnectedNumber,
  conversation: Pick<Conversation, 'number' | 'customer'>,
): Promise<boolean> {
  if (await isOnline(host, departmentId)) {
    return true;
  }
  if (targetOf(await findAwaited(host, conversation)) !== undefined) {
    return true;
  }
  const isGone = departmentId !== undefined && (await isDepartmentGone(host, departmentId));
  return isGone && isOnline(host, undefined);
}

async function isOnline({ read, logger }: Host, departmentId: string | undefined): Promise<boolean> {
  const online: unknown = await read
    .getLivechatReader()
    .isOnlineAsync(departmentId)
    .catch((error: unknown) => {
      logger.warn('Rocket.Chat did not tell whether somebody is there:', String(error));
    });
  return online !== false;
}

/** Keeps a message until an agent is available. */
export async function storeHeld(host: Host, held: HeldEntry): Promise<void> {
  await host.persistence.createWithAssociations(toRecord(held), [
    association('entry', held.entry),
    association('minute', held.minute),
    association('wamid', held.wamid),
    association('held'),
    association('held', conversationKey(held.number, held.customer)),
    ...(held.heard ? [activityOn(held.heard)] : []),
  ]);
}

/** The waiting messages of everybody or of one customer, in WhatsApp's order. */
export async function findHeld(host: Host, of?: { number: string; customer: string }): Promise<HeldEntry[]> {
  const by = of ? association('held', conversationKey(of.number, of.customer)) : association('held');
  const records = await host.read.getPersistenceReader().readByAssociation(by);
  const held = records.map(readEntry).filter((entry) => entry?.kind === 'held');
  return held.sort((a, b) => a.at - b.at);
}
