import type { PhoneMessage } from '../../simulator/documents/PhoneMessage';

/** What each kind of bubble gets. */
export type BubbleProps = { readonly shown: PhoneMessage };
