import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { ModalScreen } from '../blocks/modal';
import type { Host } from '../handlers/Host';
import type { Translate } from '../handlers/translation/Translate';

/** Who a journey is played for, in which words, and with what at hand. */
export interface Scene {
  host: Host;
  user: IUser;
  t: Translate;
  /** Keys the stored position: a view id, or a fixed name for a journey that the whole workspace shares. */
  stage: string;
  /** Where the person acts; unknown in a modal. */
  room?: IRoom;
  /** The view is drawn anew rather than answered, so that its errors have to be drawn along. */
  redraws?: boolean;
}

/**
 * What a position of a journey shows: a modal, a modal with errors under its fields, the same in a contextual bar, or
 * nothing of its own.
 */
export type Screen =
  { kind: 'modal'; modal: ModalScreen; surface?: 'bar'; errors?: Record<string, string> } | { kind: 'nothing' };

/** Where a journey stands, as it is stored and restored. */
export interface Position {
  state: string;
  context: unknown;
  /** The state waits for a handler, not for a person. */
  busy: boolean;
  /** Nothing more can happen. */
  done: boolean;
}

/** An effect that a machine asked for, by name. */
export interface NamedAction {
  type: string;
  params: unknown;
}

/** A position and what has to be done on arriving there. */
export interface Step {
  position: Position;
  actions: NamedAction[];
}

/** An event for a machine. Results of handlers are events too. */
export interface FlowEvent {
  type: string;
  [fact: string]: unknown;
}

/** One journey, with its machine's types hidden behind plain steps, so that one interpreter runs them all. */
export interface Flow {
  id: string;
  /** Who may play it: administrators of the app, or everybody who may write to customers. */
  who: 'admin' | 'agent';
  /** Of the machine: a stored position of another version is out of date and never restored. */
  version: number;
  /** Whether somebody who closes the view in this position can go on with it for a day. */
  keeps(position: Position): boolean;
  start(input: unknown): Step;
  step(position: Position, event: FlowEvent): Step;
  /** Runs the handler of a named action; its result is the machine's next event. */
  perform(action: NamedAction, position: Position, scene: Scene): Promise<FlowEvent | undefined>;
  /** Tells who waits no more: slow work came to rest in this position after its answer was given. */
  tellLate(position: Position, scene: Scene): Promise<void>;
  /** What the person sees in this position. */
  draw(position: Position, scene: Scene): Promise<Screen>;
}
