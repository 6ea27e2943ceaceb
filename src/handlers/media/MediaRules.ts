/** Which files may pass, of customers and of agents, as the app's settings say. */
export interface MediaRules {
  enabled: boolean;
  /** Bytes; Infinity where there is no limit. */
  maxSize: number;
  accepts: (mimeType: string) => boolean;
}
