import type { WorkspaceState } from './WorkspaceState';

/** Nothing known yet. */
export const initialState: WorkspaceState = {
  connection: 'starting',
  clockAhead: 0,
  users: [],
  rooms: {},
  inquiries: {},
  histories: {},
  drafts: {},
  unread: {},
  typing: [],
  commands: [],
  buttons: [],
  appTexts: {},
  roundTrips: [],
  toasts: [],
};
