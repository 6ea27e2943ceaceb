/** Something about an app's blocks that people would not see, or not as it was meant. */
export type Finding = {
  readonly rule: string;
  /** Where it is: `blocks[2].elements[0]`. */
  readonly path: string;
  readonly message: string;
};
