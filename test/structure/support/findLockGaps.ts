import { posix } from 'node:path';

/** One package of `package-lock.json` (lock version 3), as far as the rules look at it. */
export interface LockedPackage {
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
export function findLockGaps(packages: Record<string, LockedPackage>): string[] {
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
