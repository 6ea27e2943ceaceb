import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import { file } from '../../core/records/entries';
import { conversationKey } from '../../omnichannel/conversations/conversations';

/** The most notices of a customer that are kept. Of earlier ones it is only known that there were some. */
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

/** News of a customer that waits for their next conversation, because none was open. */
export type PendingNotice = v.InferOutput<typeof pendingNoticeSchema>;

type Of = Parameters<typeof keyOf>[0];

/** Keeps news until the customer's next conversation. That may take long, so that only the newest notices are kept. */
export async function storePendingNotice(
  host: Host,
  of: Of,
  news: Pick<PendingNotice, 'wamid' | 'at' | 'text'>,
): Promise<void> {
  const { entry } = file(Date.now());
  const associations = [association('entry', entry), association('untold', keyOf(of))];
  await host.persistence.createWithAssociations(toRecord({ ...news, kind: 'untold', entry }), associations);
  // One more than is shown, which tells that there were more.
  for (const old of (await findPendingNotices(host, of)).slice(0, -MOST_PENDING_NOTICES - 1)) {
    await host.persistence.removeByAssociation(association('entry', old.entry));
  }
}

/** The notices of a customer, oldest first. One that a crash has stored twice is returned once. One round trip. */
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
