import { findUntested } from './support/findUntested';
import { listFiles } from './support/listFiles';
import { readSources } from './support/readSources';
import reasons from './untested.json';

const code = { path: 'src/a/b.ts', text: 'export const b = 1;' };

describe('every source file has its test at the mirrored path, or a stated reason', () => {
  test('holds in src', () => {
    expect(findUntested(readSources('src'), { paths: listFiles('test'), reasons })).toEqual([]);
  });

  test('catches a file without a test', () => {
    expect(findUntested([code], { paths: [], reasons: {} })).toEqual([
      'src/a/b.ts: write test/a/b.test.ts, or state a reason',
    ]);
  });

  test('is content with a test, a reason, or a file of types', () => {
    const types = { path: 'src/a/B.ts', text: "import type { C } from './C';\nexport interface B { c: C }" };
    expect(findUntested([code, types], { paths: ['test/a/b.test.ts'], reasons: {} })).toEqual([]);
    const reason = { 'src/a/b.ts': 'test/e2e/b.test.ts proves it on the runtime' };
    expect(findUntested([code], { paths: ['test/e2e/b.test.ts'], reasons: reason })).toEqual([]);
  });

  test.each([
    ['of a file that is gone', { 'src/a/gone.ts': 'it is only a constant list' }, 'src/a/gone.ts'],
    ['of a file that has its test by now', { 'src/a/b.ts': 'it is only a constant list' }, 'src/a/b.ts'],
  ])('catches a reason %s', (_case, stale, path) => {
    expect(findUntested([code], { paths: ['test/a/b.test.ts'], reasons: stale })).toEqual([
      `${path}: the stated reason is stale: nothing needs it`,
    ]);
  });

  test('catches a reason that names a test which is gone, and one that says nothing', () => {
    expect(findUntested([code], { paths: [], reasons: { 'src/a/b.ts': 'test/e2e/b.test.ts proves it' } })).toEqual([
      'src/a/b.ts: its reason names test/e2e/b.test.ts, which is not there',
    ]);
    expect(findUntested([code], { paths: [], reasons: { 'src/a/b.ts': 'trivial' } })).toEqual([
      'src/a/b.ts: say in a sentence what proves it',
    ]);
  });

  test('takes a reason for a folder only with the test that proves it', () => {
    const named = { 'src/a/': 'one table of cases proves the whole: test/a/all.test.ts' };
    expect(findUntested([code], { paths: ['test/a/all.test.ts'], reasons: named })).toEqual([]);
    expect(findUntested([code], { paths: [], reasons: { 'src/a/': 'too small to be worth a test' } })).toEqual([
      'src/a/: name the test that proves the folder',
    ]);
    expect(findUntested([code], { paths: ['test/a/b.test.ts', 'test/a/all.test.ts'], reasons: named })).toEqual([
      'src/a/: the stated reason is stale: nothing needs it',
    ]);
  });
});
