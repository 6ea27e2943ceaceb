import { randomBytes } from 'crypto';
import * as v from 'valibot';
import type { Host } from '../Host';
import { association, toRecord } from './association';

declare module '../Host' {
  interface Memory {
    install: CachedValue<Install>;
    /** Of what is stored: it changes with an update only, which starts a new process. */
    storeVersion: CachedValue<number>;
  }
}

/**
 * Of everything that is stored. Raise it when a record changes so that an app of before would read it wrongly, damage it or
 * lose it. An app on a store of a higher version leaves it alone: see `isStoreNewer`.
 */
export const STORE_VERSION = 1;

/** Loose: what a newer version has written here stays. */
const installSchema = v.looseObject({
  kind: v.literal('install'),
  /** Visitors' tokens are derived from it: they open a conversation, so nobody may guess them from a phone number. */
  visitorSecret: v.string(),
  setupRoomId: v.optional(v.string()),
  /** The person who installed the app. If the setup channel is gone, it is created again for them. */
  installedBy: v.optional(v.string()),
  /** How far the sweep has come, epoch milliseconds. */
  sweptUntil: v.optional(v.number()),
  /** From when on what the app missed is being looked for, epoch milliseconds; absent once it is done. */
  catchingUpFrom: v.optional(v.number()),
  /** Since when every message that is sent leaves a record by its id, epoch milliseconds. */
  trackedSince: v.optional(v.number()),
  /** How far old records are purged, epoch milliseconds. */
  purgedUntil: v.optional(v.number()),
  /** The highest version of the app's store that has written here; absent before there were versions. */
  storeVersion: v.optional(v.number(), STORE_VERSION),
  /** The digits of numbers that were disconnected: what is kept of their customers is found by them. */
  formerNumbers: v.optional(v.array(v.string())),
});

/** The record of the installation, one per workspace. */
export type Install = v.InferOutput<typeof installSchema>;

/** The record of this installation, made when it is first asked for. */
export async function readInstall(host: Host): Promise<Install> {
  const known = await findInstall(host);
  if (known) {
    return known;
  }
  // From now on nothing is left out by the sweep, also when the first one comes long after a crash of the first minute.
  // The purge begins here too, a month later, because no record is older.
  const now = Date.now();
  const visitorSecret = randomBytes(32).toString('hex');
  const install: Install = {
    kind: 'install',
    storeVersion: STORE_VERSION,
    visitorSecret,
    sweptUntil: now,
    trackedSince: now,
    purgedUntil: now,
  };
  await host.persistence.updateByAssociations([association('install')], toRecord(install), true);
  return install;
}

/** Changes what is given and keeps the rest. */
export async function changeInstall(host: Host, changes: Partial<Omit<Install, 'kind'>>): Promise<Install> {
  const known = await readInstall(host);
  const install = { ...known, ...changes, storeVersion: Math.max(known.storeVersion, STORE_VERSION) };
  await host.persistence.updateByAssociations([association('install')], toRecord(install), true);
  return install;
}

/** Remembers that a number was connected once. */
export async function noteFormerNumber(host: Host, digits: string): Promise<void> {
  const { formerNumbers = [] } = await readInstall(host);
  await changeInstall(host, { formerNumbers: [...new Set([...formerNumbers, digits])] });
}

/**
 * Whether a newer version of the app has written its records, which this one may read wrongly: an administrator has gone back
 * to an older version. Then nothing is sent, received or cleaned up. The first call of a process is a round trip, no other is.
 */
export async function isStoreNewer(host: Host): Promise<boolean> {
  return (await host.memory.storeVersion.get(host)) > STORE_VERSION;
}

/** The version of what is stored, without making anything. */
export async function readStoreVersion(host: Host): Promise<number> {
  return (await findInstall(host))?.storeVersion ?? STORE_VERSION;
}

/** The record of this installation, where there is one. */
export async function findInstall({ read }: Pick<Host, 'read'>): Promise<Install | undefined> {
  const [record] = await read.getPersistenceReader().readByAssociations([association('install')]);
  const parsed = v.safeParse(installSchema, record);
  return parsed.success ? parsed.output : undefined;
}
