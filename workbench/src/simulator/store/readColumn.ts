/** One column of a row that libsql gave back; undefined without a row. */
export function readColumn(row: unknown, name: string): unknown {
  return typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[name] : undefined;
}
