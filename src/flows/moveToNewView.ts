import { randomUUID } from 'crypto';
import { removeSnapshot, saveSnapshot } from '../handlers/records/snapshots';
import type { FirstScreen } from './beginFlow';
import type { Flow, Position } from './Flow';
import type { Scene } from './Scene';

/**
 * A journey goes on in a view of its own that is opened for it. A client keeps old errors and typed values through every
 * update of a view; a new one has neither, only what is drawn.
 *
 * @throws when the position has no screen, which is our bug
 */
export async function moveToNewView(flow: Flow, scene: Scene, position: Position): Promise<FirstScreen> {
  const viewId = randomUUID();
  const moved: Scene = { ...scene, stage: viewId, redraws: true };
  await saveSnapshot(moved, flow, position);
  await removeSnapshot(scene);
  const screen = await flow.draw(position, moved);
  if (screen.kind !== 'modal') {
    throw new Error(`the journey ${flow.id} has no screen in the state ${position.state}`);
  }
  return { viewId, modal: screen.modal };
}
