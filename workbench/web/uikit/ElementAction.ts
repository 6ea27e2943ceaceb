/** What an element tells its surface when a person used it. */
export type ElementAction = {
  readonly appId: string;
  readonly blockId: string | undefined;
  readonly actionId: string;
  /** As it travels in the interaction's payload; `undefined` is left out of the JSON. */
  readonly value: unknown;
  readonly dispatchActionConfig?: readonly string[] | undefined;
};
