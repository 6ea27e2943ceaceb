import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';

/** The engine's own type does not know it; servers hand it over with what they could not map. */
const archivedSchema = v.union([
  v.object({ archived: v.literal(true) }),
  v.object({ isArchived: v.literal(true) }),
  v.object({ _unmappedProperties_: v.object({ archived: v.literal(true) }) }),
]);

/** Whether nobody can write in a room any more. */
export function isArchived(room: IRoom): boolean {
  return v.is(archivedSchema, room);
}
