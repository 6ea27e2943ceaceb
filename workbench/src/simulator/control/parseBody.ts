import * as v from 'valibot';
import { ControlError } from './ControlError';

/** Reads a request's body. @throws ControlError 400 that names the member that does not fit. */
export function parseBody<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body ?? {});
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new ControlError(400, `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}
