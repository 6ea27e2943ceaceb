import * as v from 'valibot';
import { AppError } from '../errors/AppError';
import type { Connection } from './Connection';
import type { HttpAnswer } from './Dialog360Http';
import { note } from './note';
import { readAnswer } from './readAnswer';

/**
 * Reads the body of a success by its schema.
 * @throws AppError `errors:answerUnreadable`, when a success does not look like one; what was asked may have been done
 */
export function readSuccess<Output>(
  connection: Connection,
  schema: v.GenericSchema<unknown, Output>,
  response: HttpAnswer,
): Output {
  const parsed = v.safeParse(schema, readAnswer(response).json);
  if (parsed.success) {
    return parsed.output;
  }
  const [issue] = parsed.issues;
  const unreadable = new AppError({
    kind: 'unreachable',
    retry: 'later',
    retryAfterMs: 2000,
    key: 'errors:answerUnreadable',
    // Where and what was expected; never the answer itself, which may hold a customer's data.
    params: { details: [v.getDotPath(issue) ?? 'body', issue.expected ?? issue.type].join(': ') },
    status: response.statusCode,
    maybeSent: true,
  });
  throw note(connection, unreadable);
}
