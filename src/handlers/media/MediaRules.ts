/** Which files of customers may pass, as the app's settings say. */
export interface MediaRules {
  enabled: boolean;
  /** Bytes; Infinity where there is no limit. */
  maxSize: number;
  accepts: (mimeType: string) => boolean;
}
