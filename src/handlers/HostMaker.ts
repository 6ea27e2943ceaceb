import type { Host } from './Host';

/** The accessors of one call into the app. */
export type CallAccessors = Pick<Host, 'read' | 'modify' | 'http' | 'persistence'>;

/** Puts together what the handlers of one call may use. */
export type HostMaker = (accessors: CallAccessors) => Host;
