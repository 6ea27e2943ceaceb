/** A block or element as it travels: anything with a type. */
export type LintBlock = { readonly type: string; readonly [field: string]: unknown };
