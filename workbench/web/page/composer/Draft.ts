import type { Message } from '../../documents/Message';

/** What is about to be written: an answer to a message, a change of one, files to send along. */
export type Draft = {
  readonly quoting?: Message | undefined;
  readonly editing?: Message | undefined;
  readonly files: readonly File[];
};
