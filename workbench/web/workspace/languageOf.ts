import type { WorkspaceState } from './WorkspaceState';

/** The language a person reads: their own, else the server's. */
export function languageOf(state: WorkspaceState): string {
  return state.me?.language || state.info?.language || 'en';
}
