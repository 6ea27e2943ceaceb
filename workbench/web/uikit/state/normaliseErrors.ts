import { isRecord } from '../../state/isRecord';

/** Errors by action id from an answer: the engine sends an object, ui-kit's types name a list of objects; both are read. */
export function normaliseErrors(errors: unknown): Record<string, string> {
  const parts = Array.isArray(errors) ? errors.filter(isRecord) : isRecord(errors) ? [errors] : [];
  return Object.fromEntries(
    parts.flatMap((part) =>
      Object.entries(part).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  );
}
