import { randomBytes } from 'crypto';
import * as v from 'valibot';
import type { Host } from '../Host';
import { association, toRecord } from './association';

declare module '../Host' {
  interface Memory {
    install: CachedValue<Install>;
  }
}

const installSchema = v.object({
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
  const install = { ...(await readInstall(host)), ...changes };
  await host.persistence.updateByAssociations([association('install')], toRecord(install), true);
  return install;
}

/** The record of this installation, where there is one. */
export async function findInstall({ read }: Pick<Host, 'read'>): Promise<Install | undefined> {
  const [record] = await read.getPersistenceReader().readByAssociations([association('install')]);
  const parsed = v.safeParse(installSchema, record);
  return parsed.success ? parsed.output : undefined;
}
