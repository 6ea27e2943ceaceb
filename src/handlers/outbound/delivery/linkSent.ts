import { readStatusError } from '../../dialog360/readFailure';
import { describeError } from '../../core/errors/describeError';
import type { Host } from '../../core/Host';
import { file, findByWamid, removeEntry, storeEntry } from '../../core/records/entries';
import type { LinkEntry, OutboxEntry } from '../../core/records/Entry';
import { furthest } from '../../core/records/notes';
import { translatorOf } from '../../core/translator';
import { forgetBadFiles } from '../pieces/bringFile';
import { reportFailure } from '../failures/reportFailure';
import { ACCEPTED } from '../statuses/advanceDelivery';
import { moveDeliveryLine } from '../statuses/deliveryLine';
import { markAsRead } from '../statuses/readReceipts';
import { REPORTED, reportStatus } from '../statuses/statusReports';
import { withdrawCard } from '../failures/resend';
import { tryLater } from './waitWhole';

/**
 * Links an agent's message to its WhatsApp message, so that statuses, quotes and reactions find it. Both the answer of
 * the send and a status of the message lead here, in any order; the second one finds the link of the first. A status
 * without callback data may have arrived earlier: it is applied now, and a failure is reported before the outbox record
 * is deleted. A card that called the message uncertain is removed. Call it inside the message's queue.
 */
export async function linkSent(host: Host, outbox: OutboxEntry, wamid: string): Promise<LinkEntry> {
  const entries = await findByWamid(host, wamid);
  const early = entries.filter((entry) => entry.kind === 'early');
  const delivery = furthest([ACCEPTED, ...early.map((each) => each.delivery)]) ?? ACCEPTED;
  const failure = delivery === 'failed' ? early.find((each) => each.delivery === 'failed') : undefined;
  const known = entries.find((entry) => entry.kind === 'link');
  const { number, customer, roomId, messageId, reacted, about, piece, text, template, sentBy, options } = outbox;
  const { postedAt, words, watchers, part, cardId, byApp, gate, media, isSecret } = outbox;
  // An agent's message is built again from the message in Rocket.Chat.
  const content = gate === 'agent' || isSecret ? undefined : outbox.content;
  const link: LinkEntry = known ?? {
    ...file(Date.now(), wamid),
    kind: 'link',
    direction: 'out',
    number,
    customer,
    roomId,
    messageId,
    reacted,
    about,
    byApp,
    piece,
    text,
    template,
    sentBy,
    options,
    outbox: outbox.entry,
    process: host.memory.process,
    after: earlierIn(host, outbox, wamid),
    gate,
    content,
    media,
    postedAt,
    words,
    watchers,
    part,
    delivery,
    reached: early.reduce((all, { reached }) => ({ ...all, ...reached }), { [ACCEPTED]: Date.now() }),
    ...(failure ? { reason: describeError(readStatusError(failure.errors), await translatorOf(host)) } : {}),
  };
  if (!known) {
    await storeEntry(host, link);
    await reportStatus(host, link, { status: REPORTED[link.delivery ?? ACCEPTED] ?? 'queued' });
  }
  if (!known && failure) {
    const error = readStatusError(failure.errors);
    await forgetBadFiles(host, link.media ?? [], error);
    if (!(await tryLater(host, link, error))) {
      await reportFailure(host, link, error);
    }
  }
  await moveDeliveryLine(host, link);
  if (!known && messageId !== undefined && reacted === undefined) {
    // The customer has been answered, so their messages are marked as read. Not awaited: the next message must not wait
    // for it.
    void markAsRead(host, link);
  }
  await removeEntry(host, outbox);
  for (const each of early) {
    await removeEntry(host, each);
  }
  if (cardId) {
    await withdrawCard(host, cardId);
  }
  return link;
}

/** On how many earlier messages of a conversation the progress of a later one is noted. */
const EARLIER = 10;

/** Notes that an agent's message was sent in a conversation. @returns the wamids of the earlier ones, newest last */
function earlierIn({ memory }: Host, outbox: OutboxEntry, wamid: string): string[] | undefined {
  const { roomId, messageId, reacted, postedAt } = outbox;
  if (!roomId || messageId === undefined || reacted !== undefined || postedAt === undefined) {
    return undefined;
  }
  const before = memory.sentIn.get(roomId) ?? [];
  memory.sentIn.set(roomId, [...before, wamid].slice(-EARLIER));
  return before.length > 0 ? before : undefined;
}
