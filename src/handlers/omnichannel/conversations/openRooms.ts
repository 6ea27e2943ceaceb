import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';

const openRoomSchema = v.object({ kind: v.literal('room'), roomId: v.string() });

/** Notes a room that the app has made: the engine has no list of an app's rooms. Once noted twice it still is one. */
export async function noteOpenRoom(host: Host, roomId: string): Promise<void> {
  await host.persistence.createWithAssociations(toRecord({ kind: 'room', roomId }), [
    association('open'),
    association('room', roomId),
  ]);
}

/** The ids of the rooms that the app has made and that were not closed since, as far as the app has heard. */
export async function readOpenRooms(host: Host): Promise<string[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('open'));
  const ids = records.flatMap((record) => {
    const parsed = v.safeParse(openRoomSchema, record);
    return parsed.success ? [parsed.output.roomId] : [];
  });
  return [...new Set(ids)];
}

/** A room was closed, or is gone. */
export async function forgetOpenRoom(host: Host, roomId: string): Promise<void> {
  await host.persistence.removeByAssociation(association('room', roomId));
}
