import type { LRU } from 'tiny-lru';
import * as v from 'valibot';
import { DAY } from '../handlers/core/durations';
import type { Host } from '../handlers/core/Host';
import { association, toRecord } from '../handlers/core/records/association';
import type { Flow, Position, Scene } from './Flow';

declare module '../handlers/core/Host' {
  interface Memory {
    /** API keys that were typed into forms that are still open, by the stage of the journey. They are never stored. */
    typedKeys: LRU<string>;
  }
}

/** The version of the record. A stored position with another version is out of date. */
const SCHEMA_VERSION = 1;

/** The whole workspace shares one dialogue of the setup channel. */
export const SETUP_STAGE = 'setup';

const snapshotSchema = v.object({
  kind: v.literal('snapshot'),
  flow: v.string(),
  stage: v.string(),
  version: v.tuple([v.number(), v.number()]),
  userId: v.string(),
  savedAt: v.number(),
  position: v.object({ state: v.string(), context: v.unknown(), busy: v.boolean(), done: v.boolean() }),
});

/** A stored position of a journey. */
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/** What must not be stored of the position of a form: the API key as it was typed, and the webhook secret made of it. */
const secretSchema = v.looseObject({ form: v.looseObject({ apiKey: v.string() }) });

/** Stores the position of a journey and replaces the one that was stored before. An API key stays in this process. */
export async function saveSnapshot(scene: Scene, flow: Flow, position: Position): Promise<void> {
  const snapshot: Snapshot = {
    kind: 'snapshot',
    flow: flow.id,
    stage: scene.stage,
    version: [SCHEMA_VERSION, flow.version],
    userId: scene.user.id,
    savedAt: Date.now(),
    position: { ...position, context: keepSecret(scene, position.context) },
  };
  await scene.host.persistence.updateByAssociations(
    [
      ...stageAssociations(scene.stage),
      ...(scene.stage === SETUP_STAGE ? [] : [association('journeys', scene.user.id)]),
    ],
    toRecord(snapshot),
    true,
  );
}

/** The stored position of a journey; undefined when there is none or when it has the shape of another version. */
export async function readSnapshot(scene: Scene): Promise<Snapshot | undefined> {
  const [record] = await scene.host.read.getPersistenceReader().readByAssociation(association('snapshot', scene.stage));
  const parsed = v.safeParse(snapshotSchema, record);
  if (!parsed.success || parsed.output.version[0] !== SCHEMA_VERSION) {
    return undefined;
  }
  const snapshot = parsed.output;
  return { ...snapshot, position: { ...snapshot.position, context: withSecret(scene, snapshot.position.context) } };
}

/** The context as it is stored. The typed key is remembered for an hour, so that a form that is drawn again still has it. */
function keepSecret({ host, stage }: Scene, context: unknown): unknown {
  if (!v.is(secretSchema, context)) {
    return context;
  }
  const { apiKey } = context.form;
  if (apiKey === '') {
    host.memory.typedKeys.delete(stage);
  } else {
    host.memory.typedKeys.set(stage, apiKey);
  }
  return { ...context, form: { ...context.form, apiKey: '' }, webhookSecret: undefined };
}

function withSecret({ host, stage }: Scene, context: unknown): unknown {
  const apiKey = host.memory.typedKeys.get(stage);
  return apiKey !== undefined && v.is(secretSchema, context)
    ? { ...context, form: { ...context.form, apiKey } }
    : context;
}

/** The journeys that a person started in views within the last day and did not finish. */
export async function readJourneys(host: Host, userId: string): Promise<Snapshot[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('journeys', userId));
  return records.flatMap((record) => {
    const parsed = v.safeParse(snapshotSchema, record);
    const isCurrent = parsed.success && parsed.output.version[0] === SCHEMA_VERSION;
    // Older ones may still be stored: the purge runs only once a day.
    return isCurrent && Date.now() - parsed.output.savedAt <= DAY ? [parsed.output] : [];
  });
}

/** Deletes a journey. */
export async function removeSnapshot(scene: Scene): Promise<void> {
  await removeStage(scene.host, scene.stage);
}

/** Deletes the journeys that nobody continued for a day, except that of the setup channel. */
export async function purgeSnapshots(host: Host, now: number): Promise<void> {
  for (const { stage, savedAt } of await readSnapshots(host)) {
    if (stage !== SETUP_STAGE && now - savedAt > DAY) {
      await removeStage(host, stage);
    }
  }
}

/** All stored journeys of all people. */
export async function readSnapshots(host: Host): Promise<Snapshot[]> {
  const records = await host.read.getPersistenceReader().readByAssociation(association('snapshots'));
  return records.flatMap((record) => {
    const parsed = v.safeParse(snapshotSchema, record);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Deletes the journey of a view. */
export async function removeStage(host: Host, stage: string): Promise<void> {
  host.memory.typedKeys.delete(stage);
  await host.persistence.removeByAssociations(stageAssociations(stage));
}

function stageAssociations(stage: string) {
  return [association('snapshot', stage), association('snapshots')];
}
