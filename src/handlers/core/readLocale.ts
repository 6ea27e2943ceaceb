import type { LanguageTag } from '../../locales/languages';
import type { namespaces } from '../../locales/namespaces';

/**
 * The sentences of one file of `src/locales`. The path is a pattern that the bundler resolves to every file of that
 * shape, so a new language or namespace needs no list of imports.
 */
export function readLocale(tag: LanguageTag, namespace: (typeof namespaces)[number]): Record<string, string> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only require takes a path pattern in both jest and esbuild
  return require(`../../locales/${tag}/${namespace}.json`) as Record<string, string>;
}
