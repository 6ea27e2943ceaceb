import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDeadPaths } from './support/findDeadPaths';
import { listFiles } from './support/listFiles';
import { repositoryRoot } from './support/repositoryRoot';

describe('documents name what is there', () => {
  test('holds', () => {
    const paths = ['README.md', 'CONTRIBUTING.md', 'src/README.md', ...listFiles('docs')].filter((path) =>
      /\.md$/.test(path),
    );
    const documents = paths.map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }));
    expect(findDeadPaths(documents, (path) => existsSync(join(repositoryRoot, path)))).toEqual([]);
  });

  test('catches a path and a link that lead nowhere', () => {
    const text =
      'See `src/gone.ts`, [the map](../gone.md) and `src/here.ts`.\n[web](https://example.org) `src/<any>/a.ts`';
    expect(findDeadPaths([{ path: 'docs/a.md', text }], (path) => path === 'src/here.ts')).toEqual([
      'docs/a.md:1: src/gone.ts is not there',
      'docs/a.md:1: gone.md is not there',
    ]);
  });
});

test('the map of the house names every folder of src/handlers', () => {
  const map = readFileSync(join(repositoryRoot, 'src/README.md'), 'utf8');
  const folders = listFiles('src/handlers').flatMap((path) => /^src\/handlers\/([^/]+)\//.exec(path)?.[1] ?? []);
  const entries = /\{([\w,]+)\}/.exec(map)?.[1]?.split(',') ?? [];
  const unnamed = [...new Set(folders)].filter((name) => !map.includes(`\`${name}/\``) && !entries.includes(name));
  expect(unnamed).toEqual([]);
});
