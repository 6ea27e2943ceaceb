import { basename } from 'node:path';
import { parseSource } from './parseSource';
import type { Source } from './Source';
import { typeExports } from './typeExports';
import { valueExports } from './valueExports';

/**
 * The rule "one exported thing a file, named like the file": types may stand next to it; a file of types only is named
 * like one of them.
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
  if (values.length > 1) return `exports ${values.join(', ')}: one exported thing a file`;
  if (values.length === 1) return values[0] === name ? undefined : `exports ${values[0]}: name the file like it`;
  const types = typeExports(file);
  if (types.length === 0) return 'exports nothing';
  const wanted = name.charAt(0).toUpperCase() + name.slice(1);
  return types.includes(wanted) ? undefined : `exports the types ${types.join(', ')}: name the file like one of them`;
}
