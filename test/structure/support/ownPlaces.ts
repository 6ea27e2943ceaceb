/** Where the code of this repository stands. */
export const ownPlaces: readonly string[] = ['App.ts', 'src', 'workbench', 'bench', 'scripts', 'test'];
