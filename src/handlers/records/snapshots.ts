import * as v from 'valibot';
import type { Flow, Position } from '../../flows/Flow';
import type { Scene } from '../../flows/Scene';
import { association } from './association';

/** Of the record itself; a stored position with another one is out of date. */
const SCHEMA_VERSION = 1;

const snapshotSchema = v.object({
  kind: v.literal('snapshot'),
  flow: v.string(),
  version: v.tuple([v.number(), v.number()]),
  userId: v.string(),
  savedAt: v.number(),
  position: v.object({ state: v.string(), context: v.unknown(), busy: v.boolean(), done: v.boolean() }),
});

/** A stored position of a journey. */
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/** Stores where a journey stands, in place of what was stored before. */
export async function saveSnapshot(scene: Scene, flow: Flow, position: Position): Promise<void> {
  const snapshot: Snapshot = {
    kind: 'snapshot',
    flow: flow.id,
    version: [SCHEMA_VERSION, flow.version],
    userId: scene.user.id,
    savedAt: Date.now(),
    position: { ...position, context: position.context },
  };
  await scene.host.persistence.updateByAssociations(stageAssociations(scene.stage), snapshot, true);
}

/** The stored position of a journey, or undefined where there is none or its shape is of another version. */
export async function readSnapshot(scene: Scene): Promise<Snapshot | undefined> {
  const [record] = await scene.host.read
    .getPersistenceReader()
    .readByAssociations([association('snapshot', scene.stage)]);
  const parsed = v.safeParse(snapshotSchema, record);
  return parsed.success && parsed.output.version[0] === SCHEMA_VERSION ? parsed.output : undefined;
}

/** Forgets a journey. */
export async function removeSnapshot(scene: Scene): Promise<void> {
  await scene.host.persistence.removeByAssociations(stageAssociations(scene.stage));
}

function stageAssociations(stage: string) {
  return [association('snapshot', stage)];
}
