import * as v from 'valibot';
import type { Host } from '../Host';
import { association, minute } from './association';

const processSchema = v.object({
  kind: v.literal('process'),
  /** Until when nobody else may take over this process's work, epoch milliseconds. */
  until: v.number(),
});

type ProcessRecord = v.InferOutput<typeof processSchema>;

/** A process of the app. Each start of a sandbox is a new process. */
export interface OwnProcess {
  id: string;
  /** When it started, epoch milliseconds. Its record is filed in that minute and purged with it. */
  began: number;
}

/** Records that a process is alive until the given moment, epoch milliseconds: one round trip. */
export async function sayAlive(host: Host, { id, began }: OwnProcess, until: number): Promise<void> {
  const record: ProcessRecord = { kind: 'process', until };
  const place = [association('process', id), association('minute', minute(began))];
  await host.persistence.updateByAssociations(place, record, true);
}

/** Until when a process has recorded that it is alive, epoch milliseconds; 0 when it has no record. */
export async function aliveUntil(host: Host, id: string): Promise<number> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('process', id));
  return Math.max(0, ...records.map((record) => (v.is(processSchema, record) ? record.until : 0)));
}
