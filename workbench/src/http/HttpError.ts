import type { Response } from 'express';
import { WorkspaceError } from '../workspace/WorkspaceError';

/** An answer other than 200, with a body in Rocket.Chat's form. */
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

/** Answers with the error in Rocket.Chat's form. An unexpected error gives 500 and is written to the console. */
export function sendError(error: unknown, response: Response): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, body } = describe(error);
  response.status(status).json(body);
}

function describe(error: unknown): { status: number; body: Record<string, unknown> } {
  if (error instanceof HttpError) return error;
  if (error instanceof WorkspaceError) {
    const { message, error: errorType, details } = error;
    const more = Object.keys(details).length > 0 ? { details } : {};
    return { status: 400, body: { success: false, error: message, errorType, ...more } };
  }
  const message = messageOf(error);
  const refused = statusOfParser(error);
  if (refused) return { status: refused, body: { success: false, error: message } };
  console.error(error);
  return { status: 500, body: { success: false, error: `Internal server error: ${message}` } };
}

/** Errors of express and its parsers (malformed JSON, a body too large, a bad address) carry a status. */
function statusOfParser(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'MulterError') return 400;
  return 'status' in error && typeof error.status === 'number' && error.status < 500 ? error.status : undefined;
}

/** The message of a thrown value. The sandbox throws JSON-RPC errors, which are plain objects with a message. */
export function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
