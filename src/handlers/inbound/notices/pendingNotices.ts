import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import { file } from '../../core/records/entries';
import { conversationKey } from '../../omnichannel/conversations/conversations';

/**
 * The most notices of a customer that are kept. Earlier ones are dropped, and the agents are told that there were more.
 */
export const MOST_PENDING_NOTICES = 20;

const pendingNoticeSchema = v.object({
  kind: v.literal('untold'),
  entry: v.string(),
  /** The WhatsApp message with the news. */
  wamid: v.string(),
  /** WhatsApp's time, epoch milliseconds. */
  at: v.number(),
  /** Rocket.Chat Markdown. */
  text: v.string(),
});

/** A notice about a customer that waits for their next conversation, because none was open. */
export type PendingNotice = v.InferOutput<typeof pendingNoticeSchema>;

type Of = Parameters<typeof keyOf>[0];

/** Keeps a notice until the customer's next conversation. That may take long, so only the newest ones are kept. */
export async function storePendingNotice(
  host: Host,
  of: Of,
  news: Pick<PendingNotice, 'wamid' | 'at' | 'text'>,
): Promise<void> {
  const { entry } = file(Date.now());
  const associations = [association('entry', entry), association('untold', keyOf(of))];
  await host.persistence.createWithAssociations(toRecord({ ...news, kind: 'untold', entry }), associations);
  // One more than is shown, to know that there were more.
  for (const old of (await findPendingNotices(host, of)).slice(0, -MOST_PENDING_NOTICES - 1)) {
    await host.persistence.removeByAssociation(association('entry', old.entry));
  }
}

/** The notices of a customer, oldest first. A notice that a crash stored twice is returned once. One round trip. */
export async function findPendingNotices(host: Host, of: Of): Promise<PendingNotice[]> {
  return read(await host.read.getPersistenceReader().readByAssociation(association('untold', keyOf(of))));
}

/** Deletes all notices of a customer in one round trip. @returns the deleted ones; another instance may have added some */
export async function removePendingNotices(host: Host, of: Of): Promise<PendingNotice[]> {
  return read(await host.persistence.removeByAssociation(association('untold', keyOf(of))));
}

function keyOf({ number, customer }: { number: string; customer: string }): string {
  return conversationKey(number, customer);
}

function read(records: readonly object[]): PendingNotice[] {
  const notices = records.flatMap((record) => {
    const parsed = v.safeParse(pendingNoticeSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
  return [...new Map(notices.map((news) => [news.wamid, news])).values()].sort((a, b) => a.at - b.at);
}
