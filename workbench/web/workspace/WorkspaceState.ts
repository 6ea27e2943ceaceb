import type { ActionButton, Command, Info, RoundTrip } from '../documents/Info';
import type { Message } from '../documents/Message';
import type { Inquiry, Room } from '../documents/Room';
import type { User } from '../documents/User';
import type { Draft } from './drafts/Draft';

/** The messages of a room that have been fetched, oldest first. */
export type History = {
  readonly messages: readonly Message[];
  /** Whether older ones are there to be fetched. */
  readonly hasOlder: boolean;
  readonly state: 'loading' | 'ready' | 'failed';
};

/** Somebody who is typing in a room. */
export type Typing = { readonly rid: string; readonly username: string };

/** A short notice at the edge of the page. */
export type Toast = { readonly id: number; readonly kind: 'info' | 'success' | 'error'; readonly text: string };

/** Texts of apps by language, then by key. */
export type AppTexts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** Everything that the page shows of the workspace. */
export type WorkspaceState = {
  readonly info?: Info | undefined;
  readonly me?: User | undefined;
  readonly connection: 'starting' | 'online' | 'lost';
  /** How far the workbench's clock is ahead of the browser's, in milliseconds: people move it in the *Time* tab. */
  readonly clockAhead: number;
  readonly users: readonly User[];
  readonly rooms: Readonly<Record<string, Room>>;
  readonly inquiries: Readonly<Record<string, Inquiry>>;
  readonly histories: Readonly<Record<string, History>>;
  /** What is being written, by room. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Messages that came while a room was not looked at. */
  readonly unread: Readonly<Record<string, number>>;
  readonly typing: readonly Typing[];
  readonly selectedRid?: string | undefined;
  /** The message that a followed link leads to. */
  readonly wantedMid?: string | undefined;
  readonly commands: readonly Command[];
  readonly buttons: readonly ActionButton[];
  readonly appTexts: AppTexts;
  /** The language that the app's settings prefer, where it is told. */
  readonly appLanguage?: string | undefined;
  readonly roundTrips: readonly RoundTrip[];
  readonly toasts: readonly Toast[];
};

/** A pure step from one state to the next. */
export type Change = (state: WorkspaceState) => WorkspaceState;

/** The state before anything is loaded. */
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
