import * as v from 'valibot';
import { HttpError } from '../HttpError';

/** Reads what came from outside. @throws HttpError 400 `… [invalid-params]`, naming the first thing that is wrong. */
export function parse<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value ?? {});
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue) ?? '';
  const message =
    issue.input === undefined
      ? `must have required property '${place}'`
      : `/${place.replaceAll('.', '/')} ${issue.message}`;
  throw HttpError.failure(message, 'invalid-params');
}
