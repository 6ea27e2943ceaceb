/** What has to be known of a whole line to write a part of it. */
export interface Signs {
  /** The line with letters in place of its addresses. */
  line: string;
  /** The signs that stand in it more than once: the others can pair with nothing. */
  paired: ReadonlySet<string>;
  /** Whether every underscore that is no mark is a part of a name such as `order_id`. */
  areUnderscoresInNames: boolean;
}
