import { randomUUID } from 'crypto';
import type { ModalScreen } from '../blocks/modal';
import { removeSnapshot, saveSnapshot } from '../handlers/records/snapshots';
import type { Flow, Position, Scene } from './Flow';
import { advance } from './runFlow';

/** The first screen of a journey, with the id of the view it is to be shown in. */
export interface FirstScreen {
  viewId: string;
  modal: ModalScreen;
}

/**
 * Begins a journey in a view of its own.
 *
 * @throws when the journey's first position has no screen, which is our bug
 */
export async function beginFlow(flow: Flow, scene: Scene, input: unknown): Promise<FirstScreen> {
  const viewId = randomUUID();
  const stage: Scene = { ...scene, stage: viewId };
  const position = await advance(flow, stage, flow.start(input));
  const screen = await flow.draw(position, stage);
  if (screen.kind !== 'modal') {
    throw new Error(`the journey ${flow.id} begins without a screen`);
  }
  return { viewId, modal: screen.modal };
}

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
