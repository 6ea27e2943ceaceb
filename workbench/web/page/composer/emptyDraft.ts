import type { Draft } from './Draft';

/** Nothing but what is typed. */
export const emptyDraft: Draft = { files: [] };
