import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { conversationKey } from '../../omnichannel/conversations/conversations';
import { file, findByAbout, storeEntry } from '../../core/records/entries';
import type { Entry, LinkEntry, OutboxEntry } from '../../core/records/Entry';
import { LONGEST, nextStep } from './nextStep';
import { sayWaiting } from './sayWaiting';

/** Milliseconds after which a waiting message is stored, because a crash would lose it otherwise. */
const SLOW = 2_000;

/** How often the app resends a message that WhatsApp accepted and then failed to deliver. */
const MOST_TRIES = 3;

/**
 * Makes a message that waits behind a slow one survive a crash: after some seconds it is stored. Then `QueueWorkers`
 * sends it in its order, or after a restart.
 *
 * @returns a function to call when the message is next; it returns whether the message was stored, so that it is not
 * sent twice
 */
export function noteWhenSlow(
  host: Host,
  message: IMessage,
  whatsapp: WhatsappRoom,
  queuedAt: number,
): () => Promise<boolean> {
  let noted = Promise.resolve(false);
  const timer = setTimeout(() => {
    const facts = { ...whatsapp, roomId: message.room.id, messageId: message.id, queuedAt };
    noted = leaveWhole(host, facts).then(
      () => true,
      (error: unknown) => {
        host.logger.warn('A message that waits for its turn could not be recorded:', String(error));
        return false;
      },
    );
  }, SLOW);
  return async () => {
    clearTimeout(timer);
    const isNoted = await noted;
    if (isNoted) {
      host.memory.queueWorkers.goOn(host, conversationKey(whatsapp.number, whatsapp.customer));
    }
    return isNoted;
  };
}

/**
 * Schedules another attempt for a message that WhatsApp took and then failed to deliver, if that may succeed: after a
 * pause, and a limited number of times. Of an agent's message the missing parts are sent again; any other message is
 * repeated. A reaction that is no longer the last one on its message is not.
 *
 * @returns false when another attempt cannot help, so that the failure must be reported
 */
export async function tryLater(host: Host, link: LinkEntry, error: AppError): Promise<boolean> {
  const { number, customer, roomId = '', messageId, about, reacted, gate, content } = link;
  const isAgents = gate === 'agent' && messageId !== undefined;
  if (error.retry === 'no' || about === undefined || !(isAgents || content)) {
    return false;
  }
  const now = Date.now();
  const entries = await findByAbout(host, about);
  const place = entries.findIndex(({ entry }) => entry === link.entry);
  const others = entries.filter((_, at) => at !== place);
  const tries = others.filter((other) => isFailedTry(other, link)).length;
  const step = nextStep(error, { tries, since: link.reached?.accepted }, { now });
  if (step.do !== 'wait' || tries >= MOST_TRIES || (reacted !== undefined && place < entries.length - 1)) {
    return false;
  }
  const facts = { number, customer, roomId, messageId, queuedAt: now, due: step.due, since: now };
  if (isAgents) {
    const isWaiting = others.some(
      (entry) =>
        entry.kind === 'outbox' &&
        entry.content === undefined &&
        entry.state === 'waiting' &&
        // An attempt that is sending the rest of the message may be past this part.
        (entry.busyUntil ?? 0) < now,
    );
    await (isWaiting ? undefined : leaveWhole(host, facts));
  } else if (!entries.slice(place + 1).some((later) => isTriedAgain(later, link))) {
    await leaveAsItWas(host, link, facts);
  }
  host.memory.queueWorkers.goOn(host, conversationKey(number, customer));
  return true;
}

/**
 * Whether an earlier attempt at the same part failed. The app sends the same automatic text on many occasions; only
 * attempts of this occasion count.
 */
function isFailedTry(other: Entry, { piece, reached }: LinkEntry): boolean {
  const begun = (reached?.accepted ?? Date.now()) - LONGEST;
  return (
    other.kind === 'link' &&
    other.piece === piece &&
    other.delivery === 'failed' &&
    (other.reached?.accepted ?? 0) > begun
  );
}

/**
 * Whether the same part waits to be sent again or was sent again: a crash may have come before the failure was noted.
 */
function isTriedAgain(later: Entry, { piece }: LinkEntry): boolean {
  const isOut = later.kind === 'outbox' || (later.kind === 'link' && later.delivery !== 'failed');
  return isOut && later.piece === piece;
}

type Facts = Pick<OutboxEntry, 'number' | 'customer' | 'roomId' | 'messageId' | 'queuedAt' | 'due' | 'since'>;

async function leaveWhole(host: Host, facts: Facts): Promise<void> {
  await leave(host, { ...facts, about: facts.messageId, gate: 'agent' });
}

async function leaveAsItWas(host: Host, link: LinkEntry, facts: Facts): Promise<void> {
  const { about, byApp, piece, reacted, text, template, sentBy, options, gate, content, media } = link;
  await leave(host, { ...facts, about, byApp, piece, reacted, text, template, sentBy, options, gate, content, media });
}

async function leave(host: Host, facts: Facts & Partial<OutboxEntry>): Promise<void> {
  const now = Date.now();
  const queue = conversationKey(facts.number, facts.customer);
  const outbox: OutboxEntry = { ...file(now), ...facts, kind: 'outbox', state: 'waiting', at: now, queue };
  await storeEntry(host, { ...outbox, shownTo: await sayWaiting(host, outbox) });
}
