import { saveSnapshot } from '../handlers/records/snapshots';
import type { Flow, FlowEvent, Position, Step } from './Flow';
import type { Scene } from './Scene';

/** More steps than any journey has: past it a machine goes round in circles, which is our bug. */
const MOST_STEPS = 50;

/**
 * The one interpreter of all journeys: from a step, runs the handlers that the machine named, feeds their results back
 * as events, and stores where the journey then stands. A position that waits for a slow handler is stored before the
 * handler runs, so that a person who looks meanwhile, perhaps on another instance, sees it.
 *
 * @returns the position that waits for a person, or the last one.
 * @throws what a handler throws: handlers turn what can be expected into events.
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
