import type { Lock } from './parseLock';
import { platformOf } from './platformOf';

/**
 * Adds the optional packages that others in the lock name by exact version and platform, but that the lock lacks. They
 * come without a hash: npm checks none for them, and writes it when it first installs them on such a platform.
 */
export function addMissingPlatforms(lock: Lock): { lock: Lock; added: string[] } {
  const missing = Object.entries(lock.packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).flatMap(([name, version]): [string, Lock['packages'][string]][] => {
      const platform = platformOf(name);
      const present = placesOf(path, name).some((place) => place in lock.packages);
      if (present || !platform || !/^\d/.test(version)) return [];
      const found = { version, ...platform, ...(dev && { dev }), optional: true };
      return [[`node_modules/${name}`, found]];
    }),
  );
  const all: [string, Lock['packages'][string]][] = [...Object.entries(lock.packages), ...missing];
  const packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
  return { lock: { ...lock, packages }, added: missing.map(([path]) => path) };
}

function placesOf(path: string, name: string): string[] {
  return [`${path}/node_modules/${name}`, `node_modules/${name}`];
}
