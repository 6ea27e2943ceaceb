import type { createSettingsCache } from './createSettingsCache';

/** What remembers the app's settings in this process. */
export type SettingsCache = ReturnType<typeof createSettingsCache>;
