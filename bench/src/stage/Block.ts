/** What a run of webhooks took. */
export interface Block {
  perSecond: number;
  /** Milliseconds of processor time a webhook, of the workbench (node) and of the sandbox (deno). */
  host: number;
  sandbox: number;
}
