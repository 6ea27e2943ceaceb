import { randomUUID } from 'crypto';
import type { ModalScreen } from '../blocks/modal';
import { pause } from '../handlers/core/durations';
import { removeSnapshot, saveSnapshot } from './snapshots';
import type { Flow, FlowEvent, Position, Scene, Step } from './Flow';
import { sayInSetupRoom } from './sayToUser';

/** More steps than any journey has. A machine that takes more runs in circles, which is a bug in this app. */
const MOST_STEPS = 50;

/**
 * The one interpreter of all journeys: from a step, runs the handlers that the machine named, feeds their results back
 * as events, and stores where the journey then stands. A position that waits for a slow handler is stored before the
 * handler runs, so that a person who looks meanwhile, perhaps through another instance, sees it.
 *
 * @returns the position that waits for a person, or the last one.
 * @throws what a handler throws: handlers turn expected failures into events.
 */
export async function runFlow(flow: Flow, scene: Scene, step: Step): Promise<Position> {
  let { position } = step;
  const waiting = [...step.actions];
  for (let steps = 0; waiting.length > 0; steps += 1) {
    if (steps > MOST_STEPS) {
      throw new Error(`the journey ${flow.id} does not come to rest in the state ${position.state}`);
    }
    const action = waiting.shift();
    if (!action) {
      break;
    }
    if (position.busy) {
      await saveSnapshot(scene, flow, position);
    }
    const event: FlowEvent | undefined = await flow.perform(action, position, scene);
    if (event) {
      const next = flow.step(position, event);
      position = next.position;
      waiting.push(...next.actions);
    }
  }
  await saveSnapshot(scene, flow, position);
  return position;
}

/**
 * Rocket.Chat's client discards an answer that takes longer than five seconds; drawing and the network need a part of
 * that.
 */
const PATIENCE = 3_500;

/**
 * Continues a journey for as long as a person may be kept waiting. Slower work goes on in the background: the returned
 * position is then a busy one whose screen offers to look again, and the result is also posted when the journey comes
 * to rest.
 *
 * @throws what a handler throws, while the person waits; after that it logs the error, and the view says to start again
 */
export async function advance(flow: Flow, scene: Scene, step: Step): Promise<Position> {
  const run = runFlow(flow, scene, step);
  let waiting = true;
  const late = run
    .then(async (position) => {
      if (!waiting) {
        await flow.tellLate(position, scene);
      }
      return position;
    })
    .catch((error: unknown) => {
      if (waiting) {
        throw error;
      }
      return giveUp(scene, step, error);
    });
  const position = await Promise.race([late, pause(PATIENCE)]);
  waiting = false;
  return position ?? { ...step.position, busy: true };
}

/**
 * Never throws, because nobody waits any more. It also never leaves the journey busy, which would keep people waiting
 * for nothing.
 */
async function giveUp(scene: Scene, step: Step, error: unknown): Promise<Position> {
  scene.host.logger.error('A step failed after its view was answered:', String(error));
  await removeSnapshot(scene).catch((second: unknown) => {
    scene.host.logger.error('The stored position of the journey could not be deleted:', String(second));
  });
  await sayInSetupRoom(scene, ({ t }) => ({ text: t('errors:bug') })).catch((third: unknown) => {
    scene.host.logger.error('Nobody could be told of it:', String(third));
  });
  return step.position;
}

/**
 * Continues a stored journey with what a person did. While one of its handlers works, the event changes nothing and
 * nothing is stored: a write could undo what the handler stores at the same moment.
 *
 * @throws what `advance` throws
 */
export async function goOn(flow: Flow, scene: Scene, position: Position, event: FlowEvent): Promise<Position> {
  return position.busy ? position : advance(flow, scene, flow.step(position, event));
}

/** The first screen of a journey, with the id of the view that shows it. */
export interface FirstScreen {
  viewId: string;
  modal: ModalScreen;
}

/**
 * Starts a journey in a view of its own.
 *
 * @throws when the journey's first position has no screen, which is a bug in this app
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
 * Continues a journey in a new view. A client keeps old errors and typed values through every update of a view; a new
 * view shows only what is drawn.
 *
 * @throws when the position has no screen, which is a bug in this app
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
