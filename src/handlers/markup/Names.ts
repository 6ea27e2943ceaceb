/** How names in an agent's text are said to a customer; what is not known stays as it was written. */
export interface Names {
  /** What to call a mentioned user; gets the username without `@`. */
  user?: (username: string) => string | undefined;
}
