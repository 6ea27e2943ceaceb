import * as v from 'valibot';
import type { Host } from '../core/Host';
import { association, toRecord } from '../core/records/association';

declare module '../core/Host' {
  interface Memory {
    numbers: CachedValue<ConnectedNumber[]>;
  }
}

const numberSchema = v.object({
  kind: v.literal('number'),
  /** The number's identity: its digits, country code first. */
  digits: v.string(),
  apiKey: v.string(),
  /** 360dialog sends it with every webhook of this number, in the header that the app registered. */
  webhookSecret: v.string(),
  /** Meta's id of the number; learned from 360dialog or from the first webhook. */
  phoneNumberId: v.optional(v.string()),
  displayName: v.optional(v.string()),
  quality: v.optional(v.string()),
  messagingLimit: v.optional(v.string()),
  departmentId: v.optional(v.string()),
  departmentName: v.optional(v.string()),
  welcomeMessage: v.optional(v.string()),
  finishedMessage: v.optional(v.string()),
  offlineMessage: v.optional(v.string()),
  /** The workspace's address (Site_Url) when its webhook was last set. */
  siteUrl: v.optional(v.string()),
  connectedAt: v.number(),
});

/** A connected WhatsApp number. */
export type ConnectedNumber = v.InferOutput<typeof numberSchema>;

/** All connected numbers, from the store. The message path uses `host.memory.numbers` instead. */
export async function readNumbers(host: Host): Promise<ConnectedNumber[]> {
  const records = await host.read.getPersistenceReader().readByAssociations([association('numbers')]);
  return records.flatMap((record) => {
    const parsed = v.safeParse(numberSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Stores a new or changed number. This process sees it at once, others within a minute. */
export async function saveNumber(host: Host, number: ConnectedNumber): Promise<void> {
  await host.persistence.updateByAssociations(numberAssociations(number.digits), toRecord(number), true);
  host.memory.numbers.forget();
}

/**
 * Changes the given fields of a number that is still connected, and keeps the currently stored values of the others.
 * Writing values that were read earlier could undo an admin's change or bring back a disconnected number.
 */
export async function changeNumber(
  host: Host,
  digits: string,
  changes: Partial<Omit<ConnectedNumber, 'kind' | 'digits'>>,
): Promise<void> {
  const stored = (await readNumbers(host)).find((each) => each.digits === digits);
  if (stored) {
    await saveNumber(host, { ...stored, ...changes });
  }
}

/** Deletes a number and its secrets. */
export async function removeNumber(host: Host, digits: string): Promise<void> {
  await host.persistence.removeByAssociations(numberAssociations(digits));
  host.memory.numbers.forget();
}

function numberAssociations(digits: string) {
  return [association('numbers'), association('number', digits)];
}
