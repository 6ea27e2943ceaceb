/** The meaning of a known failure: who must act, whether a retry can help, and the sentence for people. */
export interface ErrorAdvice {
  /** 'refused': somebody said no. 'unreachable': nobody could answer. 'input': a person corrects it. 'bug': it is ours. */
  kind: 'refused' | 'unreachable' | 'input' | 'bug';
  /** 'now': at once is fine. 'later': after `retryAfterMs`, growing. 'no': the same request fails again, or may double. */
  retry: 'no' | 'now' | 'later';
  /** Milliseconds before the first new attempt; only with 'later'. */
  retryAfterMs?: number;
  /** The key of the sentence, such as `errors:keyRefused`. */
  key: string;
}
