/** Why the workbench cannot start, in one line for the person who started it. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** Why something failed, in one line: the system's code (`EACCES`) where there is one, else the first line of the message. */
export function reasonOf(error: unknown): string {
  // The sandbox's errors are JSON-RPC objects: a message, but no Error.
  if (!(error instanceof Error)) return messageOf(error) ?? String(error);
  const code = 'code' in error ? String(error.code) : '';
  return /^E[A-Z]+$/.test(code) ? code : (error.message.split('\n')[0] ?? '');
}

function messageOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : undefined;
}
