import type { InboundKind } from '../InboundKind';

/** A message of a type that has no kind here goes out as it was given. */
export const anything: InboundKind = {
  title: 'Anything else',
  description: 'A message object of any other type, passed on as it is.',
  example: { type: 'something_new', something_new: { any: 'thing' } },
  build: ({ message }) => ({ item: message }),
};
