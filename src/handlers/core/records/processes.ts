import * as v from 'valibot';
import type { Host } from '../Host';
import { association, minute } from './association';

const processSchema = v.object({
  kind: v.literal('process'),
  /** Until when nobody else may take up what this process works on, epoch milliseconds. */
  until: v.number(),
});

type ProcessRecord = v.InferOutput<typeof processSchema>;

/** A process of the app. Each start of a sandbox is another one. */
export interface OwnProcess {
  id: string;
  /** When it began, epoch milliseconds: its record is filed there, and purged with that minute. */
  began: number;
}

/** Says that a process is alive until that moment, epoch milliseconds: one round trip. */
export async function sayAlive(host: Host, { id, began }: OwnProcess, until: number): Promise<void> {
  const record: ProcessRecord = { kind: 'process', until };
  const place = [association('process', id), association('minute', minute(began))];
  await host.persistence.updateByAssociations(place, record, true);
}

/** Until when a process has said that it is alive, epoch milliseconds; 0 where it has said nothing. */
export async function aliveUntil(host: Host, id: string): Promise<number> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('process', id));
  return Math.max(0, ...records.map((record) => (v.is(processSchema, record) ? record.until : 0)));
}
