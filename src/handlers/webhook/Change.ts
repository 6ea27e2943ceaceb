/** One change of a body, whatever it was wrapped in. */
export interface Change {
  field: string;
  value: Record<string, unknown>;
  /** Meta's id of the business account. */
  wabaId?: string;
  /** When the body was made, for what has no time of its own. */
  time?: unknown;
  /** Where it stands in the body, such as `entry.0.changes.1`. */
  at: string;
}
