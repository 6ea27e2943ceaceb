/**
 * The rule "a map names every place once": folders that a table has not in its first column, or twice, and files that it
 * names although the folder of their row has them not. A row is `| names of folders | … |` with names in backticks.
 *
 * @param folders name → names of the files in it
 */
export function findMapFaults(map: string, folders: ReadonlyMap<string, readonly string[]>): string[] {
  const rows = map.split('\n').flatMap((line) => {
    const cells = /^\|(.*)\|$/.exec(line)?.[1]?.split('|') ?? [];
    const names = [...(cells[0] ?? '').matchAll(/`([\w/-]+)\/`/g)].map(([, name = '']) => name);
    const files = [...(cells.at(-1) ?? '').matchAll(/`([\w-]+\.ts)`/g)].map(([, file = '']) => file);
    return names.map((name) => ({ name, files }));
  });
  const counts = [...folders.keys()].map((name) => ({ name, count: rows.filter((row) => row.name === name).length }));
  return [
    ...counts.filter(({ count }) => count !== 1).map(({ name, count }) => `${name}/ is named ${count} times`),
    ...rows.flatMap(({ name, files }) =>
      files.filter((file) => !folders.get(name)?.includes(file)).map((file) => `${name}/${file} is not there`),
    ),
  ];
}
