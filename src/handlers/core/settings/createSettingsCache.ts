import { readSetting, readSettings, settingIds } from './readSettings';
import type { AppSettings } from './settingSchemas';

/**
 * Milliseconds for which an instance may use an old value. Rocket.Chat tells every instance of a change, by `onSettingUpdated`;
 * one that missed the broadcast is not told again (docs/server-facts.md).
 */
const MAX_AGE = 60_000;

/**
 * Caches the app's settings in this process. The engine has no call that reads all settings, and each setting costs a
 * round trip. So each one is read only when it is needed, at most once a minute, and simultaneous callers share one
 * reading.
 * @param readValue reads the raw value with an id, for instance `ISettingRead.getValueById`
 * @param now the time in milliseconds
 */
export function createSettingsCache(readValue: (id: string) => Promise<unknown>, now: () => number = Date.now) {
  const known = new Map<string, { value: unknown; readAt: number }>();
  const reading = new Map<string, Promise<unknown>>();
  /** The number of changes of each setting since the start. */
  const changes = new Map<string, number>();

  async function read(id: string): Promise<unknown> {
    const before = changes.get(id);
    try {
      const value = await readValue(id);
      // A change during the reading is newer than the value that was read.
      if (changes.get(id) === before) {
        known.set(id, { value, readAt: now() });
      }
      return known.get(id)?.value;
    } finally {
      reading.delete(id);
    }
  }

  async function raw(id: string): Promise<unknown> {
    const entry = known.get(id);
    if (entry && now() - entry.readAt < MAX_AGE) {
      return entry.value;
    }
    const promise = reading.get(id) ?? read(id);
    reading.set(id, promise);
    return promise;
  }

  return {
    /** One setting. It costs one round trip, or none when it is cached. */
    async get<Name extends keyof AppSettings>(name: Name): Promise<AppSettings[Name]> {
      return readSetting(name, await raw(settingIds[name])).value;
    },
    /** All settings, and the problems of the stored values. */
    all: () => loadSettings(raw),
    /** Takes the value of `onSettingUpdated`, which counts at once. */
    invalidate(id: string, value: unknown): void {
      changes.set(id, (changes.get(id) ?? 0) + 1);
      known.set(id, { value, readAt: now() });
    },
  };
}

/** Creates the cache of the app's settings in this process. */
export type SettingsCache = ReturnType<typeof createSettingsCache>;

/**
 * Reads all settings, at the same time: the engine has no call for all of them, each is a round trip.
 * @param readValue reads the raw value with an id, for instance `ISettingRead.getValueById`
 */
export async function loadSettings(
  readValue: (id: string) => Promise<unknown>,
): Promise<ReturnType<typeof readSettings>> {
  const ids = Object.values(settingIds);
  const values = await Promise.all(ids.map(readValue));
  return readSettings(Object.fromEntries(ids.map((id, index) => [id, values[index]])));
}
