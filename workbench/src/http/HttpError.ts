/** An answer other than 200, with its body in the form that Rocket.Chat gives it. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>,
  ) {
    super(`HTTP ${status}`);
  }

  /** 400 in the usual form; with a code as `<message> [<code>]`. */
  static failure(message: string, code?: string): HttpError {
    const error = code ? `${message} [${code}]` : message;
    return new HttpError(400, { success: false, error, ...(code && { errorType: code }) });
  }

  static notSignedIn(): HttpError {
    return new HttpError(401, { status: 'error', message: 'You must be logged in to do this.' });
  }

  static forbidden(): HttpError {
    const error = 'User does not have the permissions required for this action [error-unauthorized]';
    return new HttpError(403, { success: false, error });
  }

  /** 429 of the limiter. @param wait milliseconds */
  static tooMany(wait: number): HttpError {
    const seconds = Math.ceil(wait / 1000);
    const error =
      'Error, too many requests. Please slow down. ' +
      `You must wait ${seconds} seconds before trying this endpoint again. [error-too-many-requests]`;
    return new HttpError(429, { success: false, error });
  }

  static notFound(error: string): HttpError {
    return new HttpError(404, { success: false, error });
  }
}
