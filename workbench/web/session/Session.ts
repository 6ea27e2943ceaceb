import type { Credentials } from '../api/Api';
import type { User } from '../documents/User';

/** Somebody who has signed in, in this window. */
export type Session = { readonly credentials: Credentials; readonly user: User };
