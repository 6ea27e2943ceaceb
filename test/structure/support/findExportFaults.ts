import { basename } from 'node:path';
import { parseSource } from './parseSource';
import type { Source } from './Source';
import { typeExports } from './typeExports';
import { valueExports } from './valueExports';

const CONSTANT = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/**
 * The rule "one exported thing a file, named like the file": types, and constants in capitals (a limit that a function
 * holds to), may stand next to it; a file of types only is named like one of them, one of a constant only like it.
 * @param exceptions file, or folder with a slash at its end → why it exports otherwise. One that is not needed is a fault.
 */
export function findExportFaults(sources: Source[], exceptions: Record<string, string>): string[] {
  const faults = sources.flatMap((source) => {
    const fault = faultOf(source);
    return fault === undefined ? [] : [{ path: source.path, fault }];
  });
  const excepted = (place: string, path: string) => (place.endsWith('/') ? path.startsWith(place) : path === place);
  const places = Object.keys(exceptions);
  return [
    ...places
      .filter((place) => !faults.some(({ path }) => excepted(place, path)))
      .map((place) => `${place}: the exception is not needed any more`),
    ...faults
      .filter(({ path }) => !places.some((place) => excepted(place, path)))
      .map(({ path, fault }) => `${path}: ${fault}`),
  ];
}

function faultOf(source: Source): string | undefined {
  const name = basename(source.path).replace(/\.tsx?$/, '');
  const file = parseSource(source);
  const values = valueExports(file);
  const things = values.filter((value) => !CONSTANT.test(value));
  if (things.length > 1) return `exports ${things.join(', ')}: one exported thing a file`;
  if (values.length === 0) return faultOfTypes(typeExports(file), name);
  const wanted = things.length === 1 ? [name] : [name, inCapitals(name)];
  return values.some((value) => wanted.includes(value))
    ? undefined
    : `exports ${values.join(', ')}: name the file like it`;
}

function faultOfTypes(types: string[], name: string): string | undefined {
  if (types.length === 0) return 'exports nothing';
  const wanted = name.charAt(0).toUpperCase() + name.slice(1);
  return types.includes(wanted) ? undefined : `exports the types ${types.join(', ')}: name the file like one of them`;
}

function inCapitals(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
