import { randomUUID } from 'crypto';
import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';
import { lru } from 'tiny-lru';
import { CachedValue } from '../core/Host';
import { HOUR, MINUTE } from '../core/durations';
import { DatedMutex, KeyedMutex } from '../core/KeyedMutex';
import { Limiter } from '../core/Limiter';
import type { Memory } from '../core/Host';
import { readInstall, readStoreVersion } from '../core/records/install';
import { createSettingsCache } from '../core/settings/createSettingsCache';
import { readServerSetting } from '../core/settings/readServerSetting';
import { trimEnd } from '../core/text';
import { Reach } from '../dialog360/createDialog360Http';
import { TimesInRoom } from '../inbound/messages/placeInTime';
import { InboxWork } from '../inbound/webhook/InboxWork';
import { readNumbers } from '../numbers/numbers';
import { Paces } from '../outbound/delivery/Paces';
import { QueueWorkers } from '../outbound/delivery/QueueWorkers';
import { SendQueue } from '../outbound/delivery/SendQueue';

/** The empty memory of a new process. Values that other instances change are read again after a minute. */
export function createMemory(environment: () => IEnvironmentRead): Memory {
  const locks = new KeyedMutex();
  const limiter = new Limiter({ size: 16, longest: 250, patience: 500 });
  return {
    numbers: new CachedValue(readNumbers, MINUTE),
    settings: createSettingsCache((id) => readSettingValue(environment(), id)),
    install: new CachedValue(readInstall, MINUTE),
    storeVersion: new CachedValue(readStoreVersion, Number.POSITIVE_INFINITY),
    appUser: new CachedValue(async ({ read, app }) => {
      const user = await read.getUserReader().getAppUser(app.id);
      if (!user) {
        throw new Error('the app has no user');
      }
      return user;
    }, Number.POSITIVE_INFINITY),
    siteUrl: new CachedValue(readSiteUrl, MINUTE),
    conversations: lru(5_000, MINUTE),
    seen: lru(20_000),
    posted: lru(5_000),
    moved: lru(1_000),
    reportedChanges: lru(1_000),
    deliveryLines: lru(5_000),
    partStates: lru(5_000),
    servedBy: lru(5_000),
    process: randomUUID(),
    othersUntil: { at: 0 },
    sentIn: lru(5_000),
    lastPlaced: lru(5_000),
    lastHeard: lru(10_000),
    lastMessages: lru(5_000),
    markedRead: lru(5_000),
    receiptTroubles: lru(100, HOUR),
    typing: new Map(),
    typedKeys: lru(100, HOUR),
    // A list of 6,000 templates takes some megabytes.
    templateLists: lru(5),
    mediaFailures: lru(100, MINUTE),
    timesInRoom: new TimesInRoom(),
    locks,
    datedLocks: new DatedMutex(locks, limiter),
    sendQueue: new SendQueue(300),
    queueWorkers: new QueueWorkers(),
    paces: new Paces(),
    pacedTold: lru(1_000, 5 * MINUTE),
    asking: lru(1_000, 5 * MINUTE),
    limiter,
    troubles: lru(5),
    waitingHalves: new Map(),
    botsInVain: lru(100),
    statusEndpoint: { failed: '', restUntil: 0 },
    reach: new Reach(),
    lacks: lru(10, HOUR),
    foreignEvents: new Map(),
    entriesAtWork: new Set(),
    inboxWork: new InboxWork(),
    recovering: new Set(),
    recovered: undefined,
  };
}

/** During the installation the settings do not exist yet, so their defaults are used. */
async function readSettingValue(environment: IEnvironmentRead, id: string): Promise<unknown> {
  try {
    return await environment.getSettings().getValueById(id);
  } catch (error) {
    if (error instanceof Error && error.message.includes('does not exist')) {
      return undefined;
    }
    throw error;
  }
}

async function readSiteUrl({ read }: Parameters<typeof readInstall>[0]): Promise<string> {
  const value = await readServerSetting(read.getEnvironmentReader(), 'Site_Url');
  return typeof value === 'string' ? trimEnd(value, '/') : '';
}
