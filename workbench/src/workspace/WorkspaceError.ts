/**
 * A refusal in Rocket.Chat's own form: `error` is its code (`error-room-closed`), `message` what REST puts into `error`
 * of its answer (`<reason> [<code>]`, or the code alone where the real server gives no reason).
 */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError';

  constructor(
    readonly error: string,
    readonly reason?: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(reason ? `${reason} [${error}]` : error);
  }
}
