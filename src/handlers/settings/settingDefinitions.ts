import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { settings } from './settings';

/** The settings as Rocket.Chat wants them (`configuration.settings.provideSetting`); only administrators see them. */
export const settingDefinitions: readonly ISetting[] = Object.entries(settings).map(([id, definition]) => ({
  id,
  public: false,
  ...definition,
}));
