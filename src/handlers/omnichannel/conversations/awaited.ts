import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import { file, findByAbout } from '../../core/records/entries';

const targetSchema = v.object({
  /** A username. */
  agent: v.optional(v.string()),
  departmentId: v.optional(v.string()),
});

const awaitedSchema = v.object({
  kind: v.literal('awaited'),
  entry: v.string(),
  minute: v.string(),
  /** The digits of our number. */
  number: v.string(),
  /** The key of the customer's conversation, if there is one: their phone may belong to somebody else later. */
  customer: v.optional(v.string()),
  /** The template as the customer saw it, in the form in which agents read it. */
  text: v.string(),
  /** When it was sent, epoch milliseconds. */
  at: v.number(),
  /** The association of its message's records, and the record among them. */
  about: v.optional(v.string()),
  piece: v.optional(v.string()),
  target: v.optional(targetSchema),
});

/** The agent who gets the conversation that an answer opens, else the department. */
export type Target = v.InferOutput<typeof targetSchema>;

/**
 * A template that was sent to a customer without an open conversation. The next conversation shows it, and goes to the
 * agent or department that the sender asked for.
 */
export type Awaited = v.InferOutput<typeof awaitedSchema>;

/** Milliseconds for which an answer goes to the agent or department that the sender asked for. */
const HONOURED = 30 * 24 * 60 * 60 * 1_000;

/**
 * Stores it under all ids of the customer, where their conversation is filed too, so that reading the conversation of
 * somebody who has never written also reads it. It is deleted with the records of its minute.
 *
 * @returns its id
 */
export async function storeAwaited(
  host: Host,
  ids: readonly string[],
  awaited: Omit<Awaited, 'kind' | 'entry' | 'minute'>,
): Promise<string> {
  const { entry, minute } = file(awaited.at);
  const keys = ids.map((id) => `${awaited.number} ${id}`);
  const places = keys.flatMap((key) => [association('awaited', key), association('conversation', key)]);
  await host.persistence.createWithAssociations(toRecord({ ...awaited, kind: 'awaited', entry, minute }), [
    ...places,
    association('entry', entry),
    association('minute', minute),
  ]);
  return entry;
}

/**
 * The templates that a customer may be answering, oldest first. A template that did not reach them is left out; its
 * sender was told. One round trip, and one more for each template.
 */
export async function findAwaited(host: Host, of: { number: string; customer: string }): Promise<Awaited[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(placeOf(of));
  const own = readAwaited(records).filter(({ customer }) => customer === undefined || customer === of.customer);
  const found = await Promise.all(own.map(async (each) => ((await hasFailed(host, each)) ? [] : [each])));
  return found.flat();
}

async function hasFailed(host: Host, { about, piece }: Awaited): Promise<boolean> {
  if (about === undefined) {
    return false;
  }
  const entries = (await findByAbout(host, about)).filter((entry) => 'piece' in entry && entry.piece === piece);
  return !entries.some((entry) => entry.kind === 'outbox' || (entry.kind === 'link' && entry.delivery !== 'failed'));
}

/** Deletes templates that were shown: one round trip each. */
export async function removeAwaited(host: Host, awaited: readonly Pick<Awaited, 'entry'>[]): Promise<void> {
  for (const { entry } of awaited) {
    await host.persistence.removeByAssociation(association('entry', entry));
  }
}

/** The awaited answers among records that were found under an id of a customer. */
export function readAwaited(records: readonly unknown[]): Awaited[] {
  const found = records.flatMap((record) => {
    const parsed = v.safeParse(awaitedSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
  return found.sort((a, b) => a.at - b.at);
}

/** The agent or department that the newest template asks for. Requests that are too old do not count. */
export function targetOf(awaited: readonly Awaited[]): Target | undefined {
  const since = Date.now() - HONOURED;
  const isAsking = ({ at, target }: Awaited) => at > since && (target?.agent ?? target?.departmentId) !== undefined;
  return awaited.filter(isAsking).at(-1)?.target;
}

function placeOf({ number, customer }: { number: string; customer: string }): RocketChatAssociationRecord {
  return association('awaited', `${number} ${customer}`);
}
