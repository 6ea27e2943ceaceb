import { pick } from './pick';

/** The text at a path inside of something unknown; a number counts as its digits, anything else as nothing. */
export function pickText(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = pick(value, ...path);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : undefined;
}
