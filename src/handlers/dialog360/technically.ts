import type { AppError } from '../errors/AppError';

/** Enough to know it by; one line that does not widen what it is shown in. */
const LONGEST = 80;

/** What went wrong, for whoever is asked for help: which failure, its HTTP status, and the last word of what was thrown. */
export function technically({ key, status, params }: Pick<AppError, 'key' | 'status' | 'params'>): string {
  const { details = '' } = params;
  // Clients put the address of the request before the reason, which is what tells.
  const reason = String(details)
    .replace(/\s+/g, ' ')
    .replace(/^.*\breason: /, '');
  const facts = [key.replace(/^errors:/, ''), status && `HTTP ${status}`, reason !== `HTTP ${status ?? ''}` && reason];
  const line = facts.filter(Boolean).join(', ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
