/** `src/locales/dynamicKeys.json`: keys that do not stand in the code as a whole. */
export interface DynamicKeys {
  /** Functions whose first argument is a key without its beginning: `refused('notFound')` → `errors:notFound`. */
  calls: { function: string; prefix: string; reason: string }[];
  /**
   * Families put together at run time. Best is the list of their members, `connect:{apiKey,number}Hint`, because then a
   * missing one is noticed; where only the data knows them, `*` stands for anything: `errors:code.*`.
   */
  patterns: { pattern: string; reason: string }[];
}
