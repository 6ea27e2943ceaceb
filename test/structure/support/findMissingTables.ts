/** Entry folders of `src/handlers` and their tables. Listeners are methods that the engine knows by name: `App.ts` lists them. */
const TABLES: Record<string, string> = {
  commands: 'src/handlers/commands/subcommands.ts',
  endpoints: 'src/handlers/endpoints/endpoints.ts',
  interactions: 'src/handlers/interactions/blockActions.ts',
  jobs: 'src/handlers/jobs/jobs.ts',
  listeners: 'App.ts',
  settings: 'src/handlers/settings/settings.ts',
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
