/** `src/locales/dynamicKeys.json`: keys that do not stand in the code as a whole. */
export interface DynamicKeys {
  /** Functions whose first argument is a key without its beginning: `refused('notFound')` → `errors:notFound`. */
  calls: { function: string; prefix: string; reason: string }[];
  /** Families put together at run time; `*` stands for anything: `numbers:quality.*`. */
  patterns: { pattern: string; reason: string }[];
}
