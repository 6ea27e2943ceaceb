import type { Problem } from '../errors/Problem';

/** A stored value that could not be used, and why; the default is used in its place. */
export interface SettingCorrection extends Problem {
  /** Of the setting, as Rocket.Chat has it. */
  id: string;
}
