import type { SimulatorDatabase } from './readDocument';
import { readDocument } from './readDocument';

/** Single values by name: switches, the clock's offset, the WABA's own webhook. */
export interface SettingsCollection {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names what it has stored
  get<T>(name: string): T | undefined;
  set(name: string, value: unknown): void;
}

export function openSettings(database: SimulatorDatabase): SettingsCollection {
  database.exec('CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, doc TEXT NOT NULL)');
  const select = database.prepare('SELECT doc FROM settings WHERE name = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO settings (name, doc) VALUES (?, ?)');
  return {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as above
    get: <T>(name: string) => readDocument<T>(select.get(name)),
    set: (name, value) => void upsert.run(name, JSON.stringify(value)),
  };
}
