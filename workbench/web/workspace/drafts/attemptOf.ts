import type { Attempt } from './Attempt';
import { createMessageId } from './createMessageId';
import type { Draft } from './Draft';

/** Under which id a draft is sent: the one of before where nothing of it was changed, so that it is not posted twice. */
export function attemptOf({ text, quoting, attempt }: Draft): Attempt {
  const quotes = quoting?._id;
  return attempt?.text === text && attempt.quotes === quotes
    ? attempt
    : { id: createMessageId(), text, ...(quotes !== undefined && { quotes }) };
}
