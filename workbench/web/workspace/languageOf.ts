import type { WorkspaceState } from './WorkspaceState';

const DEFAULT = 'en';

/**
 * The language in which the page is read, which decides its direction: the first that somebody has chosen of the app's own,
 * the server's and the user's. All of them begin as English.
 */
export function languageOf({ appLanguage, info, me }: WorkspaceState): string {
  return [appLanguage, info?.language, me?.language].find((language) => language && language !== DEFAULT) ?? DEFAULT;
}
