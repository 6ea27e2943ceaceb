import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { AppError } from '../errors/AppError';
import type { Host } from '../Host';
import type { WhatsappRoom } from '../omnichannel/readWhatsappRoom';
import { conversationKey } from '../records/conversations';
import { file, findByAbout, storeEntry } from '../records/entries';
import type { LinkEntry, OutboxEntry } from '../records/Entry';
import { nextStep } from './nextStep';
import { sayWaiting } from './sayWaiting';

/** Milliseconds after which a message that waits for its turn is written down: a crash would lose it else. */
const SLOW = 2_000;

/** So often a message that WhatsApp took and then failed at is sent again by itself. */
const MOST_TRIES = 3;

/**
 * Sees to it that a message which waits for its turn behind a slow one survives a crash: after some seconds it is written
 * down. It is sent by `QueueWorkers` then, when it is its turn or after a restart.
 *
 * @returns to be called when it is its turn; tells whether it was written down, so that it is not sent twice
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
        host.logger.warn('A message that waits for its turn could not be written down:', String(error));
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
 * Leaves a message that WhatsApp took, and failed at by a status, to be sent again, where that may succeed: what is missing
 * of it goes again after a pause, some times at most.
 *
 * @returns false where that cannot help: then its failure is to be told
 */
export async function tryLater(host: Host, link: LinkEntry, error: AppError): Promise<boolean> {
  const { number, customer, roomId = '', messageId, piece, reacted, template } = link;
  // Only of a message in Rocket.Chat its words are at hand.
  if (messageId === undefined || reacted !== undefined || template !== undefined || error.retry === 'no') {
    return false;
  }
  const now = Date.now();
  const entries = await findByAbout(host, messageId);
  const tried = entries.filter(
    (entry) => entry.kind === 'link' && entry.piece === piece && entry.delivery === 'failed',
  );
  const tries = tried.filter(({ entry }) => entry !== link.entry).length;
  const step = nextStep(error, { tries, since: link.reached?.accepted }, { now });
  if (step.do !== 'wait' || tries >= MOST_TRIES) {
    return false;
  }
  const isWaiting = entries.some(
    (entry) => entry.kind === 'outbox' && entry.content === undefined && entry.state === 'waiting',
  );
  if (!isWaiting) {
    await leaveWhole(host, { number, customer, roomId, messageId, queuedAt: now, due: step.due, since: now });
    host.memory.queueWorkers.goOn(host, conversationKey(number, customer));
  }
  return true;
}

async function leaveWhole(
  host: Host,
  facts: Pick<OutboxEntry, 'number' | 'customer' | 'roomId' | 'messageId' | 'queuedAt' | 'due' | 'since'>,
): Promise<void> {
  const now = Date.now();
  const queue = conversationKey(facts.number, facts.customer);
  const waits = { kind: 'outbox', gate: 'agent', state: 'waiting', at: now, about: facts.messageId, queue } as const;
  const outbox: OutboxEntry = { ...file(now), ...facts, ...waits };
  await storeEntry(host, { ...outbox, shownTo: await sayWaiting(host, outbox) });
}
