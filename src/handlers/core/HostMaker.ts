import type { Host } from './Host';

/** The accessors of one call into the app. Each call has a log of its own, which its app object gives. */
export type CallAccessors = Pick<Host, 'read' | 'modify' | 'http' | 'persistence' | 'logger'>;

/** Puts together what the handlers of one call may use. */
export type HostMaker = (accessors: CallAccessors) => Host;
