import type { Screen } from './Screen';
import type { Scene } from './Scene';

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
