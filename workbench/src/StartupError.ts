/** An error that prevents the start of the workbench, in one line for the person who started it. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/**
 * The reason for an error in one line: the system's code (`EACCES`) if there is one, else the first line of the
 * message.
 */
export function reasonOf(error: unknown): string {
  // The sandbox's errors are JSON-RPC objects with a message, not instances of Error.
  if (!(error instanceof Error)) return messageOf(error) ?? String(error);
  const code = 'code' in error ? String(error.code) : '';
  return /^E[A-Z]+$/.test(code) ? code : (error.message.split('\n')[0] ?? '');
}

function messageOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : undefined;
}
