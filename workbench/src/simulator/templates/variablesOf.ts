/** Names of the variables in a template text, each once, in order: `{{1}}` → `1`, `{{first_name}}` → `first_name`. */
export function variablesOf(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  return [...new Set([...text.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)].map(([, name]) => name ?? ''))];
}
