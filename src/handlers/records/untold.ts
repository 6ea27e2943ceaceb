import * as v from 'valibot';
import type { Host } from '../Host';
import { association } from './association';
import { conversationKey } from './conversations';
import { file } from './entries';
import { toRecord } from './toRecord';

/** So much news of one customer is kept; of what came before only that there was some. */
export const MOST_UNTOLD = 20;

const untoldSchema = v.object({
  kind: v.literal('untold'),
  entry: v.string(),
  /** The WhatsApp message that told it. */
  wamid: v.string(),
  /** WhatsApp's time, epoch milliseconds. */
  at: v.number(),
  /** Rocket.Chat Markdown. */
  text: v.string(),
});

/** News of a customer that nobody could be told, because no conversation of theirs was open. */
export type Untold = v.InferOutput<typeof untoldSchema>;

type Of = Parameters<typeof keyOf>[0];

/** Keeps news until the customer's next conversation, however long that takes; therefore only the newest is kept. */
export async function storeUntold(host: Host, of: Of, news: Pick<Untold, 'wamid' | 'at' | 'text'>): Promise<void> {
  const { entry } = file(Date.now());
  const associations = [association('entry', entry), association('untold', keyOf(of))];
  await host.persistence.createWithAssociations(toRecord({ ...news, kind: 'untold', entry }), associations);
  // One more than is told shows that there was more.
  for (const old of (await findUntold(host, of)).slice(0, -MOST_UNTOLD - 1)) {
    await host.persistence.removeByAssociation(association('entry', old.entry));
  }
}

/** What nobody was told of a customer, oldest first, each once though a crash may have stored it twice: one round trip. */
export async function findUntold(host: Host, of: Of): Promise<Untold[]> {
  return read(await host.read.getPersistenceReader().readByAssociation(association('untold', keyOf(of))));
}

/** Forgets all of it in one round trip. @returns what was forgotten: another instance may have added something */
export async function removeUntold(host: Host, of: Of): Promise<Untold[]> {
  return read(await host.persistence.removeByAssociation(association('untold', keyOf(of))));
}

function keyOf({ number, customer }: { number: string; customer: string }): string {
  return conversationKey(number, customer);
}

function read(records: readonly object[]): Untold[] {
  const untold = records.flatMap((record) => {
    const parsed = v.safeParse(untoldSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
  return [...new Map(untold.map((news) => [news.wamid, news])).values()].sort((a, b) => a.at - b.at);
}
