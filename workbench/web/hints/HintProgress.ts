/** What has been done on the way to the first answered customer. */
export type HintProgress = {
  readonly saidYes: boolean;
  readonly formOpen: boolean;
  readonly connected: boolean;
  readonly customerWrote: boolean;
  readonly answered: boolean;
};
