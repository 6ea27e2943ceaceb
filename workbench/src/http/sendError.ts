import type { Response } from 'express';
import { WorkspaceError } from '../workspace/WorkspaceError';
import { HttpError } from './HttpError';
import { messageOf } from './messageOf';

/** Answers with what went wrong, in Rocket.Chat's form. Anything unexpected is a 500 and is told on the console. */
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

/** What express and its parsers refuse (malformed JSON, a body too large, a bad address) carries its status. */
function statusOfParser(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'MulterError') return 400;
  return 'status' in error && typeof error.status === 'number' && error.status < 500 ? error.status : undefined;
}
