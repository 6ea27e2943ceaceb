import { pause } from '../handlers/pause';
import type { Flow, Position, Step } from './Flow';
import { runFlow } from './runFlow';
import type { Scene } from './Scene';

/** Rocket.Chat's client throws away an answer that comes later than five seconds; drawing and the way take some of it. */
const PATIENCE = 3_500;

/**
 * Goes on with a journey for as long as a person may be kept waiting. Slow work goes on after that by itself; the
 * position that is given back then is a busy one, and its screen offers to look again.
 *
 * @throws what a handler throws, while the person waits; after that it is logged
 */
export async function advance(flow: Flow, scene: Scene, step: Step): Promise<Position> {
  const run = runFlow(flow, scene, step);
  let waiting = true;
  const late = run.catch((error: unknown) => {
    if (waiting) {
      throw error;
    }
    scene.host.logger.error('A step failed after its answer was given:', String(error));
    return step.position;
  });
  const position = await Promise.race([late, pause(PATIENCE)]);
  waiting = false;
  return position ?? { ...step.position, busy: true };
}
