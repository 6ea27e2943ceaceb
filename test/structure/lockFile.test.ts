import { posix } from 'node:path';
import lock from '../../package-lock.json';
import { dropIncomplete } from '../../scripts/lock/dropIncomplete';
import { parseLock } from '../../scripts/lock/parseLock';

/** One package of `package-lock.json` (lock version 3), as far as the rules look at it. */
interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  optional?: boolean;
  link?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}

/**
 * The rule "the lock holds every platform": npm may drop the optional packages of other platforms when it writes the lock
 * (npm/cli#4828), and `npm ci` there then installs a deno, esbuild, swc or libsql without its binary.
 */
function findLockGaps(packages: Record<string, LockedPackage>): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !candidates(path, name).some((place) => place in packages))
      .map((name) => `${path || 'package.json'}: ${name} is missing`),
  );
}

/** Where node would look for `name` from `path`: its own node_modules first, the root's last. */
function candidates(path: string, name: string): string[] {
  const places: string[] = [];
  for (let at = path; ; at = posix.dirname(at)) {
    if (at === '.') return [...places, `node_modules/${name}`];
    if (posix.basename(at) !== 'node_modules') places.push(posix.join(at, 'node_modules', name));
  }
}

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

  test('states the hash of every package, other platforms’ too', () => {
    const without = Object.entries(packages)
      .filter(([path, { link, integrity }]) => path.includes('node_modules/') && !link && !integrity)
      .map(([path]) => path);
    expect(without).toEqual([]);
  });

  test.each(['darwin arm64', 'darwin x64', 'linux arm64', 'linux x64', 'win32 x64'])(
    'has deno, esbuild, the compiler of the tests and the database for %s',
    (platform) => {
      const [system = '', processor = ''] = platform.split(' ');
      const has = (family: RegExp) =>
        Object.entries(packages).some(
          ([path, { os, cpu }]) => family.test(path) && os?.includes(system) && cpu?.includes(processor),
        );
      for (const family of [/\/@deno\//, /\/@esbuild\//, /\/@swc\/core-/, /\/@libsql\//]) {
        expect({ family, isListed: has(family) }).toEqual({ family, isListed: true });
      }
    },
  );

  test('a missing optional package is caught, wherever it would be installed', () => {
    const deno = { 'node_modules/a/node_modules/deno': { optionalDependencies: { '@deno/mac': '1.0.0' } } };
    expect(findLockGaps(deno)).toEqual(['node_modules/a/node_modules/deno: @deno/mac is missing']);
    for (const place of ['', 'node_modules/a/', 'node_modules/a/node_modules/deno/']) {
      expect(findLockGaps({ ...deno, [`${place}node_modules/@deno/mac`]: {} })).toEqual([]);
    }
  });

  test('is completed by scripts/completeLock.ts, which lets npm look up again what is not whole and nothing else', () => {
    const whole = { version: '1.0.0', integrity: 'sha512-x' };
    const packages = {
      '': { optionalDependencies: { gone: '1' } },
      workbench: {},
      'node_modules/workbench': { link: true },
      'node_modules/deno': { ...whole, optionalDependencies: { '@deno/mac': '1', '@deno/linux': '1' } },
      'node_modules/@deno/linux': whole,
      'node_modules/swc': { ...whole, optionalDependencies: { '@swc/mac': '1', '@swc/linux': '1' } },
      'node_modules/swc/node_modules/@swc/mac': { version: '1.0.0' },
      'node_modules/@swc/linux': whole,
      'node_modules/esbuild': { ...whole, optionalDependencies: { '@esbuild/linux': '1' } },
      'node_modules/@esbuild/linux': whole,
      'node_modules/plain': { version: '1.0.0' },
    };
    const { lock: left, dropped } = dropIncomplete(parseLock(JSON.stringify({ lockfileVersion: 3, packages })));
    expect(dropped).toEqual([
      'node_modules/@deno/linux',
      'node_modules/@swc/linux',
      'node_modules/deno',
      'node_modules/plain',
      'node_modules/swc',
      'node_modules/swc/node_modules/@swc/mac',
    ]);
    expect(Object.keys(left.packages)).toEqual([
      '',
      'workbench',
      'node_modules/workbench',
      'node_modules/esbuild',
      'node_modules/@esbuild/linux',
    ]);
  });
});
