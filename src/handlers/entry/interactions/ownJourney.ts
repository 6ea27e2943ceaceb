import type { Flow, Position, Scene } from '../../../flows/Flow';
import { readSnapshot } from '../../../flows/snapshots';
import { flows } from './flows';

/** The journey of a view, as far as it is known. */
export interface OwnJourney {
  flow?: Flow;
  /** Absent where the stored one is of another version of the machine. */
  position?: Position;
}

/**
 * The journey that is played in the scene's view, where it is the user's own; nothing where it is somebody else's or the
 * channel's dialogue: a client may name any view.
 */
export async function ownJourney(scene: Scene): Promise<OwnJourney> {
  const snapshot = await readSnapshot(scene);
  if (!snapshot || snapshot.userId !== scene.user.id || !Object.hasOwn(flows, snapshot.flow)) {
    return {};
  }
  const flow = flows[snapshot.flow];
  return { flow, position: snapshot.version[1] === flow?.version ? snapshot.position : undefined };
}
