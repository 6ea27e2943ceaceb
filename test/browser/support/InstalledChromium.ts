/** A Chromium that can be started. */
export interface InstalledChromium {
  executablePath: string;
  /** Environment for its process. */
  env: Record<string, string>;
}
