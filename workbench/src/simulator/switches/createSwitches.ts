import * as v from 'valibot';
import type { SettingsCollection } from '../store/settings';
import type { Switches } from './Switches';
import { switchesSchema } from './switchesSchema';

/** The switches as they stand; a change is kept over restarts. */
export interface SwitchBoard {
  current(): Switches;
  /** Changes some. Returns the reason in words when a value is not possible, and changes nothing then. */
  change(changes: unknown): string | undefined;
}

const STORED = 'switches';

export function createSwitches(settings: SettingsCollection): SwitchBoard {
  const stored = v.safeParse(switchesSchema, settings.get(STORED) ?? {});
  let current = stored.success ? stored.output : v.parse(switchesSchema, {});
  const known = v.strictObject(v.partial(switchesSchema).entries);
  return {
    current: () => current,
    change: (changes) => {
      const parsed = v.safeParse(known, changes);
      if (!parsed.success) {
        const [issue] = parsed.issues;
        return `${v.getDotPath(issue) ?? 'switches'}: ${issue.message}`;
      }
      // Only what was named: partial entries still carry their defaults.
      const named = Object.fromEntries(Object.entries(parsed.output).filter(([name]) => name in Object(changes)));
      current = v.parse(switchesSchema, { ...current, ...named });
      settings.set(STORED, current);
      return undefined;
    },
  };
}
