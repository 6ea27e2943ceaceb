import type { MetaRefusal } from '../errors/metaError';

/** Checks one after the other and stops at the first refusal. */
export function firstRefusal(...checks: (() => MetaRefusal | undefined)[]): MetaRefusal | undefined {
  for (const check of checks) {
    const refusal = check();
    if (refusal) return refusal;
  }
  return undefined;
}

/** Checks the items of a list and stops at the first refusal. */
export function checkEach<T>(
  items: T[],
  check: (item: T, index: number) => MetaRefusal | undefined,
): MetaRefusal | undefined {
  for (const [index, item] of items.entries()) {
    const refusal = check(item, index);
    if (refusal) return refusal;
  }
  return undefined;
}

/** A text that must be there (unless optional) and not longer than `max` characters. */
export function checkText(
  value: unknown,
  path: string,
  { max, optional = false }: { max: number; optional?: boolean },
): MetaRefusal | undefined {
  if (value === undefined || value === null || (value === '' && !optional)) {
    return optional ? undefined : missing(path);
  }
  if (typeof value !== 'string') return wrongParam(path, 'must be a string.');
  return lengthOf(value) > max ? wrongParam(path, `must be at most ${max} characters long.`) : undefined;
}

/** A label of an interactive message: not empty and at most `max` characters; refused with code 131009. */
export function checkLabel(value: unknown, what: string, max: number): MetaRefusal | undefined {
  const isFine = typeof value === 'string' && value.trim() !== '' && lengthOf(value) <= max;
  return isFine ? undefined : invalid(`${what} length invalid. Min length: 1, Max length: ${max}`);
}

/** Characters as people count them for a limit: code points. Meta does not document its unit. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}

/** A parameter is not there, e.g. `text['body']`. */
export function missing(path: string): MetaRefusal {
  return { code: 100, message: `The parameter ${path} is required.` };
}

/** The object that a message's `type` names is not there. */
export function missingForType(type: string): MetaRefusal {
  return { code: 100, message: 'Invalid parameter', details: `Parameter '${type}' is mandatory for type '${type}'` };
}

/** `(#100) Param <path> <what is wrong>` */
export function wrongParam(path: string, problem: string): MetaRefusal {
  return { code: 100, message: `Param ${path} ${problem}` };
}

/** A value that Meta does not take, with the sentence that says why. */
export function invalid(details: string): MetaRefusal {
  return { code: 131009, details };
}
