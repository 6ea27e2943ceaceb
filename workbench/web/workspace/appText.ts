import { languageOf } from './languageOf';
import type { WorkspaceState } from './WorkspaceState';

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
