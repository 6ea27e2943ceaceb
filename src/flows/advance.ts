import { pause } from '../handlers/pause';
import { removeSnapshot } from '../handlers/records/snapshots';
import type { Flow, Position, Step } from './Flow';
import { runFlow } from './runFlow';
import { sayInSetupRoom } from './sayInSetupRoom';
import type { Scene } from './Scene';

/** Rocket.Chat's client throws away an answer that comes later than five seconds; drawing and the way take some of it. */
const PATIENCE = 3_500;

/**
 * Goes on with a journey for as long as a person may be kept waiting. Slow work goes on after that by itself; the
 * position that is given back then is a busy one, and its screen offers to look again; what the journey has to say to
 * somebody who does not look is said when it comes to rest.
 *
 * @throws what a handler throws, while the person waits; after that it is logged, and who looks is told to start anew
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

/** Never throws: nobody waits any more. A journey that were left busy would be waited for in vain. */
async function giveUp(scene: Scene, step: Step, error: unknown): Promise<Position> {
  scene.host.logger.error('A step failed after its answer was given:', String(error));
  await removeSnapshot(scene).catch((second: unknown) => {
    scene.host.logger.error('Its journey could not be forgotten:', String(second));
  });
  await sayInSetupRoom(scene, ({ t }) => ({ text: t('errors:bug') })).catch((third: unknown) => {
    scene.host.logger.error('Nobody could be told of it:', String(third));
  });
  return step.position;
}
