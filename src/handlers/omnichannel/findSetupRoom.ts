import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Host } from '../Host';
import { isArchived } from './isArchived';

/** The setup channel as it is now: undefined when it was never made, was deleted or is archived. */
export async function findSetupRoom(host: Host): Promise<IRoom | undefined> {
  const { setupRoomId } = await host.memory.install.get(host);
  const room = setupRoomId ? await host.read.getRoomReader().getById(setupRoomId) : undefined;
  return room && !isArchived(room) ? room : undefined;
}
