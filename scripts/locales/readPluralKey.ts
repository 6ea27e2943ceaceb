/** A plural form as i18next names it: `_one`, `_other`; an ordinal's is `_ordinal_one`. */
const FORM = /^(.+?)(_ordinal)?_(zero|one|two|few|many|other)$/;

/** A key, taken apart: what it is called by in the code, and the form it is of. */
export interface PluralKey {
  base: string;
  ordinal: boolean;
  form: string;
}

/** The parts of a key that looks like a plural form; undefined for any other. */
export function readPluralKey(key: string): PluralKey | undefined {
  const [, base, ordinal, form] = FORM.exec(key) ?? [];
  return base && form ? { base, ordinal: ordinal !== undefined, form } : undefined;
}
