import { randomBytes } from 'crypto';
import * as v from 'valibot';
import type { Host } from '../Host';
import { association, toRecord } from './association';

declare module '../Host' {
  interface Memory {
    install: CachedValue<Install>;
    /** For how long the version of the store is cached. It changes only with an update, which starts a new process. */
    storeVersion: CachedValue<number>;
  }
}

/**
 * The version of everything that is stored. Raise it when a record changes so that an older app would read it wrongly,
 * damage it or lose it. An app does not touch a store of a higher version: see `isStoreNewer`.
 */
export const STORE_VERSION = 1;

/** Loose, so that fields of a newer version are kept. */
const installSchema = v.looseObject({
  kind: v.literal('install'),
  /**
   * Visitors' tokens are derived from it. A token opens a conversation, so nobody may be able to guess it from a phone
   * number.
   */
  visitorSecret: v.string(),
  setupRoomId: v.optional(v.string()),
  /** The person who installed the app. If the setup channel is gone, it is created again for them. */
  installedBy: v.optional(v.string()),
  /** How far the sweep has come, epoch milliseconds. */
  sweptUntil: v.optional(v.number()),
  /**
   * The start of the period that is searched for missed messages, epoch milliseconds; absent when the search is done.
   */
  catchingUpFrom: v.optional(v.number()),
  /** Since when every sent message leaves a record under its id, epoch milliseconds. */
  trackedSince: v.optional(v.number()),
  /** Records before this moment are purged, epoch milliseconds. */
  purgedUntil: v.optional(v.number()),
  /** The highest version of the app's store that has written here; absent before there were versions. */
  storeVersion: v.optional(v.number(), STORE_VERSION),
  /** The digits of disconnected numbers, by which the records of their customers are found. */
  formerNumbers: v.optional(v.array(v.string())),
});

/** The record of the installation, one per workspace. */
export type Install = v.InferOutput<typeof installSchema>;

/** The record of this installation. It is created when it is first read. */
export async function readInstall(host: Host): Promise<Install> {
  const known = await findInstall(host);
  if (known) {
    return known;
  }
  // The sweep covers everything from now on, even if the first sweep comes long after a crash in the first minute. The
  // purge starts here too, a month later, because no record is older.
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

/** Changes the given fields and keeps the others. */
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
 * Whether a newer version of the app has written records that this version may read wrongly, because an administrator
 * went back to an older version. Then nothing is sent, received or cleaned up. Only the first call in a process costs a
 * round trip.
 */
export async function isStoreNewer(host: Host): Promise<boolean> {
  return (await host.memory.storeVersion.get(host)) > STORE_VERSION;
}

/** Reads the version of the store without creating a record. */
export async function readStoreVersion(host: Host): Promise<number> {
  return (await findInstall(host))?.storeVersion ?? STORE_VERSION;
}

/** The record of this installation, if there is one. */
export async function findInstall({ read }: Pick<Host, 'read'>): Promise<Install | undefined> {
  const [record] = await read.getPersistenceReader().readByAssociations([association('install')]);
  const parsed = v.safeParse(installSchema, record);
  return parsed.success ? parsed.output : undefined;
}
