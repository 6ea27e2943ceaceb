/** A part of a value, with the way to it: `blocks.0.text`. */
interface Node {
  path: string;
  value: unknown;
}

/** A value with all of its parts, however deep. */
export function nodesOf(value: unknown, path = ''): Node[] {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [{ path, value }, ...parts.flatMap(([name, part]) => nodesOf(part, path ? `${path}.${name}` : name))];
}
