import type { Boundary } from './support/findForeignImports';
import { findForeignImports } from './support/findForeignImports';
import { readSources } from './support/repository';

/** Plain names and the codec that carries them: what a screen shares with who answers its buttons. */
const SHARED_NAMES = ['src/handlers/core/actionValue.ts', 'src/handlers/core/commandNames.ts'];

/** Who may use whom: the table of docs/architecture.md. */
const BOUNDARIES: Boundary[] = [
  { from: 'src/machines', to: ['src/machines'] },
  { from: 'src/blocks', to: ['src/blocks', ...SHARED_NAMES], typesOf: ['src'] },
  { from: 'src', to: ['src'] },
  { from: 'App.ts', to: ['src/handlers'], typesOf: ['src'] },
  { from: 'workbench', to: ['workbench', 'scripts/package'] },
  // What drives a running workbench over HTTP is written once: for the tests, the demo and the measurements.
  { from: 'bench', to: ['bench', 'workbench', 'scripts/package', 'test/e2e/support', 'test/browser/support'] },
  { from: 'scripts', to: ['scripts', 'src', 'workbench', 'test/e2e/support'] },
];

const importsIn = (path: string, text: string) => findForeignImports([{ path, text }], BOUNDARIES);

describe('the parts know only whom they may know', () => {
  test('holds', () => {
    expect(findForeignImports(readSources('App.ts', 'src', 'workbench', 'bench', 'scripts'), BOUNDARIES)).toEqual([]);
  });

  test.each([
    ['src/flows/a.ts', "import { b } from '../../workbench/src/b';", 'src must not import workbench/src/b'],
    ['src/machines/a.ts', "import type { B } from '../flows/B';", 'src/machines must not import src/flows/B'],
    ['src/blocks/a.ts', "import { b } from '../handlers/b';", 'src/blocks must not import src/handlers/b'],
    ['workbench/src/http/a.ts', "import { b } from '../../../src/b';", 'workbench must not import src/b'],
    ['workbench/src/a.ts', "const b = await import('../../App');", 'workbench must not import App'],
    ['src/a.ts', "import type { B } from '../test/B';", 'src must not import test/B'],
    ['App.ts', "import { b } from './src/flows/b';", 'App.ts must not import src/flows/b'],
  ])('catches in %s: %s', (path, text, fault) => {
    expect(importsIn(path, text)).toEqual([`${path}:1: ${fault}`]);
  });

  test.each([
    ['src/blocks/a.ts', "import type { B } from '../handlers/B';"],
    ['src/blocks/a.ts', "import { encodeValue } from '../handlers/core/actionValue';"],
    ['workbench/test/http/a.ts', "import { b } from '../../src/b';"],
    ['App.ts', "import { commands } from './src/handlers/entry/commands/commands';"],
    ['src/machines/a.ts', "import { setup } from 'xstate';"],
  ])('lets pass in %s: %s', (path, text) => {
    expect(importsIn(path, text)).toEqual([]);
  });
});
