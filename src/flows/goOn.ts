import { advance } from './advance';
import type { Flow, FlowEvent, Position } from './Flow';
import type { Scene } from './Scene';

/**
 * Goes on with a stored journey by what a person did. While a handler of it works, that changes nothing, and nothing is
 * stored either: it could undo what the handler stores in the same moment.
 *
 * @throws what `advance` throws
 */
export async function goOn(flow: Flow, scene: Scene, position: Position, event: FlowEvent): Promise<Position> {
  return position.busy ? position : advance(flow, scene, flow.step(position, event));
}
