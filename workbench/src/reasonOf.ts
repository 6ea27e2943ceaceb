/** Why something failed, in one line: the system's code (`EACCES`) where there is one, else the first line of the message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return /^E[A-Z]+$/.test(code) ? code : (error.message.split('\n')[0] ?? '');
}
