/** Something that the client does in silence and that a developer would want to know. */
export type Surprise = {
  readonly rule:
    | 'interaction-failed'
    | 'interaction-too-slow'
    | 'trigger-not-valid'
    | 'modal-opened-by-submit'
    | 'modal-close-ignored'
    | 'update-of-closed-view'
    | 'initial-value-not-submitted'
    | 'errors-not-shown';
  readonly message: string;
};
