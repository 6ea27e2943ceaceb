import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { languages } from '../../src/locales/languages';
import { SERVER_TRAITS, SERVER_VERSIONS } from '../../workbench/src/server/serverTraits';
import { findDeadHeadings, findDeadPaths, findMapFaults } from './support/documentRules';
import { listFiles, ownPlaces, repositoryRoot } from './support/repository';

const below = ownPlaces.flatMap((place) => listFiles(place));
const documents = [
  ...['README.md', 'AGENTS.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...listFiles('docs'),
  ...below,
]
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }));

describe('documents name what is there', () => {
  test('holds', () => {
    expect(findDeadPaths(documents, (path) => existsSync(join(repositoryRoot, path)))).toEqual([]);
    expect(findDeadHeadings(documents)).toEqual([]);
  });

  test('npm scripts too', () => {
    const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = documents.flatMap(({ text }) => [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('catches a link to a heading that is not there', () => {
    const text = '# One heading, two\n[a](#one-heading-two) [b](b.md#none) [c](c.md#unknown)';
    expect(
      findDeadHeadings([
        { path: 'docs/a.md', text },
        { path: 'docs/b.md', text: '## Some' },
      ]),
    ).toEqual(['docs/a.md: b.md#none is not there']);
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

/** The folders right below a place, with what is right in them. */
function foldersOf(place: string): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of listFiles(place)) {
    const [folder = '', file = '', ...deeper] = path.slice(place.length + 1).split('/');
    if (file) folders.set(folder, [...(folders.get(folder) ?? []), ...(deeper.length > 0 ? [] : [file])]);
  }
  return folders;
}

describe('a map of the house names every folder once', () => {
  test('src/handlers', () => {
    const map = readFileSync(join(repositoryRoot, 'src/README.md'), 'utf8');
    expect(findMapFaults(map, foldersOf('src/handlers'))).toEqual([]);
  });

  test('the simulator', () => {
    const map = readFileSync(join(repositoryRoot, 'workbench/src/simulator/README.md'), 'utf8');
    expect(findMapFaults(map, foldersOf('workbench/src/simulator'))).toEqual([]);
  });

  test('catches a folder that is not named or named twice, and a first file that is gone', () => {
    const map = '| `a/` | one | `b.ts` |\n| `a/`, `c/` | two | |\n| `e/` | three | `gone.ts`, `f.ts` |';
    const folders = new Map([
      ['a', ['b.ts']],
      ['c', []],
      ['d', []],
      ['e', ['f.ts']],
    ]);
    expect(findMapFaults(map, folders)).toEqual([
      'a/ is named 2 times',
      'd/ is named 0 times',
      'e/gone.ts is not there',
    ]);
  });
});

test('the README’s figures are those of the code', () => {
  const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
  const { engines } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  expect(readme).toContain(`It speaks ${languages.length} languages.`);
  expect(readme).toContain(`Node.js](https://nodejs.org/) ${engines.node.replace('>=', '')} or newer`);
  const releases = `${SERVER_VERSIONS.slice(0, -1).join(', ')} or ${SERVER_VERSIONS.at(-1)}`;
  expect(readme).toContain(`imitates another release of Rocket.Chat: ${releases}`);
});

test('the README claims nothing that it has no test for', () => {
  const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
  const [, claims = ''] = /^## Why you can trust it\n([^]*?)^## /m.exec(readme) ?? [];
  const items = claims.split(/^- /m).slice(1);
  expect(items.length).toBeGreaterThanOrEqual(6);
  expect(items.filter((item) => !/\]\((?:test|workbench\/test)\/[\w/]+\.test\.ts\)/.test(item))).toEqual([]);
});

test('there are eight recipes, and each names at most five files, which are there', () => {
  const text = readFileSync(join(repositoryRoot, 'CONTRIBUTING.md'), 'utf8');
  const [, recipes = ''] = /^## Recipes\n([^]*?)^## /m.exec(text) ?? [];
  const files = recipes
    .split(/^### /m)
    .slice(1)
    .map((recipe) =>
      [...recipe.matchAll(/`((?:src|test|workbench|docs)\/[^`\s]+\.\w+)`/g)].map(([, path = '']) => path),
    );
  expect(files).toHaveLength(8);
  expect(files.filter((named) => named.length === 0 || new Set(named).size > 5)).toEqual([]);
  const whole = files.flat().filter((path) => !path.includes('<'));
  expect(whole.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([]);
});

test('all parts of the repository have the version of the newest release in the changelog', () => {
  const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');
  const versionOf = (path: string) => (JSON.parse(read(path)) as { version: string }).version;
  const newest = /^## \[(\d+\.\d+\.\d+)\]/m.exec(read('CHANGELOG.md'))?.[1];
  const stated = [
    ...['app.json', 'package.json', 'workbench/package.json', 'bench/package.json', 'package-lock.json'].map(versionOf),
    /^ {2}version: (\S+)$/m.exec(read('docs/openapi.yaml'))?.[1],
  ];
  expect(new Set(stated)).toEqual(new Set([newest]));
});

test('the README tells how many goals of the proofs are not met', () => {
  const [, told] = /not met yet: (\d+);/.exec(readFileSync(join(repositoryRoot, 'README.md'), 'utf8')) ?? [];
  const missed = readFileSync(join(repositoryRoot, 'docs/proofs.md'), 'utf8').match(/\| +\*\*no\*\* \|$/gm) ?? [];
  expect(Number(told)).toBe(missed.length);
});

describe('the ways through the code in docs/architecture.md', () => {
  const guide = readFileSync(join(repositoryRoot, 'docs/architecture.md'), 'utf8');
  const [, section = ''] = /\n## Three ways through the code\n([^]*?)\n## /.exec(guide) ?? [];
  const ways = section.split('\n### ').slice(1);

  test('are three', () => {
    expect(ways).toHaveLength(3);
  });

  test.each([
    ["A customer's text", 15],
    ["An agent's answer", 12],
    ['A pressed button', 9],
  ])('%s passes at most %i files, each imported by one before it', (title, most) => {
    const way = ways.find((each) => each.startsWith(title)) ?? '';
    const files = [...way.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file);
    const imported = files.map((file) => importsOf(file));
    expect(files.length).toBeGreaterThan(1);
    expect(files.length).toBeLessThanOrEqual(most);
    const unreached = files.filter((file, at) => at > 0 && !imported.slice(0, at).some((all) => all.includes(file)));
    expect(unreached).toEqual([]);
  });

  /** The files that a file imports. */
  function importsOf(file: string): string[] {
    const text = readFileSync(join(repositoryRoot, file), 'utf8');
    return [...text.matchAll(/from '(\.[^']+)'/g)].map(([, from = '']) => `${normalize(join(file, '..', from))}.ts`);
  }
});

describe('the install guide', () => {
  const guide = readFileSync(join(repositoryRoot, 'docs/install.md'), 'utf8');

  test.each(Object.values(SERVER_TRAITS))(
    'names the engine and the runtime of $version as the workbench has them',
    (traits) => {
      const { version, engine, sandbox, runtime } = traits;
      const runsIn = sandbox === 'deno' ? runtime : "the server's Node";
      const row = guide.split('\n').find((line) => line.startsWith(`| ${version} `)) ?? '';
      expect(row.split('|').map((cell) => cell.trim())).toEqual(
        expect.arrayContaining([version, engine, expect.stringContaining(runsIn)]),
      );
    },
  );

  test('says which images start no app, and how to see it', () => {
    const words = guide.replace(/\s+/g, ' ');
    expect(words).toContain(
      '2.3.1 or newer from 8.4 on. Some images of 8.4 to 8.6 still carry 1.43.5. There no app starts',
    );
    expect(words).toContain('Run `deno --version` inside the container');
  });
});
