import type { Position } from '../../src/flows/Flow';
import { flows } from '../../src/handlers/entry/interactions/flows';
import { saveSnapshot } from '../../src/flows/snapshots';
import type { Host } from '../../src/handlers/core/Host';
import { sceneOf } from './sceneOf';

/** Stores that a journey stands somewhere in a view, with another version when the test asks for it. */
export async function storedJourney(
  host: Host,
  { id, stage, position, version }: { id: string; stage: string; position: Position; version?: number },
): Promise<void> {
  const flow = flows[id];
  if (!flow) throw new Error(`there is no journey ${id}`);
  await saveSnapshot(sceneOf(host, { stage }), { ...flow, version: version ?? flow.version }, position);
}
