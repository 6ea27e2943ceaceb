import { AppError } from '../../../../src/handlers/errors/AppError';

/** The AppError that a call ends with. @throws Error when it succeeds or throws anything else */
export async function failureOf(attempt: Promise<unknown>): Promise<AppError> {
  const outcome: unknown = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof AppError) return outcome;
  throw new Error(`An AppError was expected, but: ${String(outcome)}`);
}
