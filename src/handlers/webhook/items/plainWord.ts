/** A type or status that may be logged: one short word of letters, never something that a person wrote. */
export function plainWord(value: string | undefined): string | undefined {
  return value !== undefined && /^[a-z][a-z_]{0,39}$/i.test(value) ? value : undefined;
}
