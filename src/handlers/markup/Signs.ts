/** What has to be known of a whole line to write a part of it. */
export interface Signs {
  /** The line with letters in place of its addresses. */
  line: string;
  /** The signs that stand in it more than once: the others can pair with nothing. */
  paired: ReadonlySet<string>;
  /** Whether every underscore that is no mark is a part of a name such as `order_id`. */
  areUnderscoresInNames: boolean;
  /** Two pairs of pipes hide what stands between them: the longest row of pipes stays as it is, where the others are broken. */
  wholePipes: { from: number; to: number };
  /** What keeps the pipes of the other rows apart. */
  pipeGap: string;
  /** What stands between a colon and an escaped sign, which would be a face. */
  faceGap: string;
  /** So many formulas that nobody typed them: they are left to Rocket.Chat. */
  areFormulasTooMany: boolean;
}
