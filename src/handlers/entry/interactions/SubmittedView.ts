/** A view as a client sends it back: its blocks as it had them, and the values of its fields. */
export interface SubmittedView {
  state?: unknown;
  blocks?: readonly unknown[];
}
