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

test('the README shows pictures, and each one in docs/pictures is shown somewhere or compared', () => {
  const shown = [...readFileSync(join(repositoryRoot, 'README.md'), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)];
  const missing = shown.map(([, path = '']) => path).filter((path) => !existsSync(join(repositoryRoot, path)));
  expect(missing).toEqual([]);
  expect(shown.length).toBeGreaterThanOrEqual(4);
  const taken = readFileSync(join(repositoryRoot, 'test/browser/pictures.test.ts'), 'utf8');
  const pictures = listFiles('docs/pictures').map((path) => path.replace(/^.*\/|\.png$/g, ''));
  expect(pictures.filter((name) => !taken.includes(`'${name}'`))).toEqual([]);
});

test('the map of the house names every folder of src/handlers', () => {
  const map = readFileSync(join(repositoryRoot, 'src/README.md'), 'utf8');
  const folders = listFiles('src/handlers').flatMap((path) => /^src\/handlers\/([^/]+)\//.exec(path)?.[1] ?? []);
  const entries = /\{([\w,]+)\}/.exec(map)?.[1]?.split(',') ?? [];
  const unnamed = [...new Set(folders)].filter((name) => !map.includes(`\`${name}/\``) && !entries.includes(name));
  expect(unnamed).toEqual([]);
});
