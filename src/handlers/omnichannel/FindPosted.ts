/**
 * Finds a text in a room into which a crash may have left it.
 *
 * @param except messages that were found for other texts already
 * @returns the id of its message
 */
export type FindPosted = (text: string, except: readonly string[]) => Promise<string | undefined>;
