import * as v from 'valibot';
import { readList } from '../documents/readDocument';
import type { AppTexts, WorkspaceState } from './WorkspaceState';

/** A text of an app in the reader's language, else in English, with its `{{parameters}}` filled in; undefined if unknown. */
export function appText(
  state: WorkspaceState,
  appId: string | undefined,
  key: string,
  args: Readonly<Record<string, string | number>> = {},
): string | undefined {
  const languages = appId === undefined ? undefined : state.appTexts[appId];
  const language = languageOf(state);
  const text =
    languages?.[language]?.[key] ?? languages?.[language.split('-')[0] ?? '']?.[key] ?? languages?.['en']?.[key];
  return text?.replace(/\{\{\s*(\w+)\s*\}\}|__(\w+)__/g, (whole, mustache?: string, underscored?: string) =>
    String(args[mustache ?? underscored ?? ''] ?? whole),
  );
}

const Languages = v.object({
  id: v.string(),
  languages: v.record(
    v.string(),
    v.record(v.string(), v.union([v.string(), v.pipe(v.unknown(), v.transform(String))])),
  ),
});

/** The texts that apps bring for the client itself: app → language → key → text. */
export function readAppTexts(body: unknown): AppTexts {
  return Object.fromEntries(readList(Languages, body, 'apps').map(({ id, languages }) => [id, languages]));
}

const DEFAULT = 'en';

/**
 * The language in which the page is read, which decides its direction: the first that somebody has chosen of the app's own,
 * the server's and the user's. All of them begin as English.
 */
export function languageOf({ appLanguage, info, me }: WorkspaceState): string {
  return [appLanguage, info?.language, me?.language].find((language) => language && language !== DEFAULT) ?? DEFAULT;
}

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction in which a language is written; its tag may name a region. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.toLowerCase().split(/[-_]/)[0] ?? '') ? 'rtl' : 'ltr';
}
