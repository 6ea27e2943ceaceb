/** Puts values in the place of `{{variables}}`; an unknown one stays as it is. */
export function fillVariables(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
}
