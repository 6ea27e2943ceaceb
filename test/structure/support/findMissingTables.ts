const ENTRY_FOLDERS = ['commands', 'interactions', 'endpoints', 'listeners', 'jobs', 'settings'];

/**
 * The rule "every entry folder of `src/handlers` has its table": the file named like the folder, `id → handler`, by which a
 * reader finds everything that Rocket.Chat can call.
 */
export function findMissingTables(paths: string[]): string[] {
  return ENTRY_FOLDERS.map((name) => ({ folder: `src/handlers/${name}/`, table: `src/handlers/${name}/${name}.ts` }))
    .filter(({ folder, table }) => paths.some((path) => path.startsWith(folder)) && !paths.includes(table))
    .map(({ folder, table }) => `${folder} has no ${table}`);
}
