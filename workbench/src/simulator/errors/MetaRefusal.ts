/** Why Meta says no; {@link metaError} turns it into an answer, {@link statusErrors} into a failed status. */
export interface MetaRefusal {
  code: number;
  /** Replaces the code's usual message (without the `(#code) ` in front). */
  message?: string;
  /** `error_data.details`: the sentence that tells what is wrong. */
  details?: string;
  subcode?: number;
  /** Replaces the code's usual HTTP status. */
  status?: number;
  userTitle?: string;
  userMessage?: string;
}
