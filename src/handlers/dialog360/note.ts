import type { AppError } from '../errors/AppError';
import type { Connection } from './Connection';

/** Keeps what went wrong technically where there is somebody to keep it; people are told it in plain words. */
export function note(connection: Connection, trouble: AppError): AppError {
  if (trouble.kind === 'unreachable') {
    connection.note?.(trouble);
  }
  return trouble;
}
