import { randomUUID } from 'crypto';
import type { ModalScreen } from '../blocks/ModalScreen';
import { advance } from './advance';
import type { Flow } from './Flow';
import type { Scene } from './Scene';

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
