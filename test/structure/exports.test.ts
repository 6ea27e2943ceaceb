import exceptions from './exceptions.json';
import { findBarrels } from './support/findBarrels';
import { findExportFaults } from './support/findExportFaults';
import { ownPlaces } from './support/ownPlaces';
import { readSources } from './support/readSources';

describe('one exported thing a file, named like the file', () => {
  test('holds in src', () => {
    expect(findExportFaults(readSources('src'), exceptions)).toEqual([]);
  });

  test.each([
    [
      'two values',
      'export const open = 1;\nexport function close() {}',
      'exports open, close: one exported thing a file',
    ],
    ['another name', 'export const shut = 1;', 'exports shut: name the file like it'],
    [
      'a thing of another name',
      'export const OPEN = 1; export const shut = 1;',
      'exports OPEN, shut: name the file like it',
    ],
    ['a default', 'export default 1;', 'exports default: name the file like it'],
    ['nothing', 'const open = 1;', 'exports nothing'],
    ['another type', 'export type Door = string;', 'exports the types Door: name the file like one of them'],
  ])('catches %s', (_case, text, fault) => {
    expect(findExportFaults([{ path: 'src/open.ts', text }], {})).toEqual([`src/open.ts: ${fault}`]);
  });

  test.each([
    [
      'a function with overloads and its types',
      'export type A = 1; export function open(): A; export function open() {}',
    ],
    ['types only', 'export interface Open { a: string } export type Other = Open;'],
    ['a constant of its own', 'export const LIMIT = 1; export function open() {}'],
    ['a constant alone', 'export const OPEN = 1;'],
    ['a list', 'const open = 1; type T = 1; export { open, type T };'],
  ])('lets %s pass', (_case, text) => {
    expect(findExportFaults([{ path: 'src/open.ts', text }], {})).toEqual([]);
  });

  test('lets an excepted folder pass', () => {
    const sources = ['src/records/a.ts', 'src/other/b.ts'].map((path) => ({
      path,
      text: 'export const c = 1, d = 2;',
    }));
    expect(findExportFaults(sources, { 'src/records/': 'one record kind a file' })).toEqual([
      'src/other/b.ts: exports c, d: one exported thing a file',
    ]);
  });

  test('asks to remove an exception that is not needed', () => {
    const source = { path: 'src/open.ts', text: 'export const open = 1;' };
    expect(findExportFaults([source], { 'src/open.ts': 'was two things' })).toEqual([
      'src/open.ts: the exception is not needed any more',
    ]);
  });
});

describe('no barrel files', () => {
  test('holds in the whole repository', () => {
    // A shim stands in the place of a package, and passes on what that exports.
    const sources = readSources(...ownPlaces).filter(({ path }) => !path.startsWith('workbench/shims/'));
    expect(findBarrels(sources)).toEqual([]);
  });

  test('catches an index and what passes on from elsewhere', () => {
    expect(findBarrels([{ path: 'src/a/index.ts', text: "export * from './b';\nexport { c } from './c';" }])).toEqual([
      'src/a/index.ts: name the file like what it holds',
      'src/a/index.ts:1: passes on what another file exports',
      'src/a/index.ts:2: passes on what another file exports',
    ]);
  });
});
