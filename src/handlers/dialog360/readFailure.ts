import type { AppError } from '../errors/AppError';
import { createRefusal } from '../errors/createRefusal';
import { adviceForStatus } from './adviceForStatus';
import { adviceForText } from './adviceForText';
import type { HttpAnswer } from './Dialog360Http';
import { failureSchema } from './failureSchema';
import { hideKey } from './hideKey';
import { readAnswer } from './readAnswer';
import { readRetryAfter } from './readRetryAfter';
import { readText } from './readText';
import * as v from 'valibot';

/** Enough for the longest of Meta's explanations; a page of HTML is not one. */
const LONGEST_DETAILS = 500;

/**
 * Turns any answer that is not a success into an `AppError`. Understood are Meta's errors as 360dialog relays them, its
 * own `{error: text}`, both spellings of its `meta` envelope, `{errors: [...]}` of the on-premise days, plain text, HTML,
 * nothing at all, JSON that breaks off, and an `error` beside a payload. The code decides what it means, then the text,
 * then the HTTP status (never the status written in a body: a refused key says 404 there and 401 in the answer).
 */
export function readFailure(response: HttpAnswer, apiKey: string): AppError {
  const status = response.statusCode;
  const answer = readAnswer(response);
  const parsed = v.safeParse(failureSchema, answer.json);
  const { code, subcode, transient, details: said } = parsed.success ? parsed.output : {};
  const details = hideKey(said ?? readText(answer.text ?? ''), apiKey).slice(0, LONGEST_DETAILS);
  return createRefusal(
    {
      code,
      subcode,
      transient,
      status,
      details: details === '' ? undefined : details,
      retryAfterMs: readRetryAfter(response.headers),
    },
    adviceForText(details) ?? adviceForStatus(status),
  );
}
