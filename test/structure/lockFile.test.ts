import lock from '../../package-lock.json';
import { addMissingPlatforms } from '../../scripts/lock/addMissingPlatforms';
import { parseLock } from '../../scripts/lock/parseLock';
import type { LockedPackage } from './support/findLockGaps';
import { findLockGaps } from './support/findLockGaps';

const packages: Record<string, LockedPackage> = lock.packages;

describe('the lock file', () => {
  test('lists the optional packages of every platform', () => {
    expect(findLockGaps(packages)).toEqual([]);
  });

  test('names no other registry than the public one', () => {
    const elsewhere = Object.entries(packages)
      .filter(([, { resolved, link }]) => resolved && !link && !resolved.startsWith('https://registry.npmjs.org/'))
      .map(([path, { resolved }]) => `${path}: ${resolved}`);
    expect(elsewhere).toEqual([]);
  });

  test('states the hash of every package, save optional ones of other platforms', () => {
    const without = Object.entries(packages)
      .filter(([path, { link, integrity }]) => path.includes('node_modules/') && !link && !integrity)
      .filter(([, { optional, os }]) => !(optional && os))
      .map(([path]) => path);
    expect(without).toEqual([]);
  });

  test('a missing optional package is caught, wherever it would be installed', () => {
    const deno = { 'node_modules/a/node_modules/deno': { optionalDependencies: { '@deno/mac': '1.0.0' } } };
    expect(findLockGaps(deno)).toEqual(['node_modules/a/node_modules/deno: @deno/mac is missing']);
    for (const place of ['', 'node_modules/a/', 'node_modules/a/node_modules/deno/']) {
      expect(findLockGaps({ ...deno, [`${place}node_modules/@deno/mac`]: {} })).toEqual([]);
    }
  });

  test('is completed by scripts/completeLock.ts with what a package names and nothing else', () => {
    const deno = {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { '@deno/darwin-arm64': '1.0.0', fsevents: '^2' },
    };
    const swc = { optionalDependencies: { '@swc/core-linux-x64-musl': '2.0.0' } };
    const text = JSON.stringify({
      lockfileVersion: 3,
      packages: { 'node_modules/deno': deno, 'node_modules/swc': swc },
    });
    const { lock: completed, added } = addMissingPlatforms(parseLock(text));
    expect(added).toEqual(['node_modules/@deno/darwin-arm64', 'node_modules/@swc/core-linux-x64-musl']);
    expect(Object.entries(completed.packages)).toEqual([
      [
        'node_modules/@deno/darwin-arm64',
        { version: '1.0.0', os: ['darwin'], cpu: ['arm64'], dev: true, optional: true },
      ],
      [
        'node_modules/@swc/core-linux-x64-musl',
        expect.objectContaining({ os: ['linux'], cpu: ['x64'], libc: ['musl'] }),
      ],
      ['node_modules/deno', deno],
      ['node_modules/swc', swc],
    ]);
    expect(addMissingPlatforms(completed).added).toEqual([]);
  });
});
