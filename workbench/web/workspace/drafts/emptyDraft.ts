import type { Draft } from './Draft';

/** Nothing. */
export const emptyDraft: Draft = { text: '', files: [] };
