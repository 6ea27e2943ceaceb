import type { Lock } from './parseLock';

/**
 * The lock without the packages that lack a hash, and without those whose optional packages lack one or are not listed:
 * npm then looks all of these up anew, every platform's. `dropped` names them.
 */
export function dropIncomplete(lock: Lock): { lock: Lock; dropped: string[] } {
  const dropped = Object.entries(lock.packages).flatMap(([path, { integrity, link, optionalDependencies = {} }]) => {
    if (!path.includes('node_modules/') || link) return [];
    const places = Object.keys(optionalDependencies).map((name) => placeOf(lock, path, name));
    const isComplete = places.every((place) => place !== undefined && lock.packages[place]?.integrity);
    if (isComplete) return integrity ? [] : [path];
    return [path, ...places.filter((place) => place !== undefined)];
  });
  const packages = Object.fromEntries(Object.entries(lock.packages).filter(([path]) => !dropped.includes(path)));
  return { lock: { ...lock, packages }, dropped: [...new Set(dropped)].sort() };
}

/** Where node would find `name` from `path`: its own node_modules, or one further up. */
function placeOf(lock: Lock, path: string, name: string): string | undefined {
  const parents = path
    .split('/node_modules/')
    .map((_, at, parts) => parts.slice(0, parts.length - at).join('/node_modules/'));
  return [...parents.map((parent) => `${parent}/node_modules/${name}`), `node_modules/${name}`].find(
    (place) => place in lock.packages,
  );
}
