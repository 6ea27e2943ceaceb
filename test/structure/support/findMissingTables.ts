/** Entry folders of `src/handlers` and their tables. Listeners are methods that the engine knows by name: `App.ts` lists them. */
const TABLES: Record<string, string> = {
  'entry/commands': 'src/handlers/entry/commands/subcommands.ts',
  'entry/endpoints': 'src/handlers/entry/endpoints/endpoints.ts',
  'entry/interactions': 'src/handlers/entry/interactions/blockActions.ts',
  'entry/jobs': 'src/handlers/entry/jobs/jobs.ts',
  'entry/listeners': 'App.ts',
  'core/settings': 'src/handlers/core/settings/settings.ts',
};

/**
 * The rule "every entry folder of `src/handlers` has its table", `id → handler`, by which a reader finds everything that
 * Rocket.Chat can call.
 */
export function findMissingTables(paths: string[]): string[] {
  return Object.entries(TABLES)
    .filter(([name, table]) => paths.some((path) => path.startsWith(`src/handlers/${name}/`)) && !paths.includes(table))
    .map(([name, table]) => `src/handlers/${name}/ has no ${table}`);
}
