/* eslint-disable @typescript-eslint/consistent-type-assertions -- the one place where a machine's types are hidden: a stored position of another machine or version never gets here */
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { AnyStateMachine, ContextFrom, EventFrom, InputFrom, SnapshotFrom } from 'xstate';
import { initialTransition, transition } from 'xstate';
import type { ModalScreen } from '../blocks/modal';
import type { Host } from '../handlers/core/Host';
import type { Translate } from '../handlers/core/translator';
import type { Who } from '../handlers/omnichannel/roles';

/** The context of a journey: the person, their language, and what handlers need. */
export interface Scene {
  host: Host;
  user: IUser;
  t: Translate;
  /** The key of the stored position: the id of the view, or a fixed name for a journey that the whole workspace shares. */
  stage: string;
  /** The room in which the person acts; unknown in a modal. */
  room?: IRoom;
  /** The view is drawn again rather than answered, so its errors must be drawn in it. */
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
  /** The journey has ended. */
  done: boolean;
}

/** An effect that a machine asked for, by name. */
export interface NamedAction {
  type: string;
  params: unknown;
}

/** A position, and the effects to perform on arrival. */
export interface Step {
  position: Position;
  actions: NamedAction[];
}

/** An event for a machine. Results of handlers are events too. */
export interface FlowEvent {
  type: string;
  [fact: string]: unknown;
}

/** One journey. The types of its machine are hidden behind plain steps, so that one interpreter runs all journeys. */
export interface Flow {
  id: string;
  /** Who may go this journey. */
  who: Who;
  /** The version of the machine. A stored position of another version is out of date and is never restored. */
  version: number;
  /** Whether somebody who closes the view in this position can go on with it for a day. */
  keeps(position: Position): boolean;
  start(input: unknown): Step;
  step(position: Position, event: FlowEvent): Step;
  /** Runs the handler of a named action; its result is the machine's next event. */
  perform(action: NamedAction, position: Position, scene: Scene): Promise<FlowEvent | undefined>;
  /** Posts the result of slow work that ended in this position after its view had been answered. */
  tellLate(position: Position, scene: Scene): Promise<void>;
  /** The screen of this position. */
  draw(position: Position, scene: Scene): Promise<Screen>;
}

interface FlowParts<TMachine extends AnyStateMachine> {
  id: string;
  version: number;
  /** `admin` where it is left out. */
  who?: Flow['who'];
  machine: TMachine;
  /** The states that are kept when the view is closed. */
  kept?: readonly string[];
  /** By the name of the action. The machine's own assignments need no handler. */
  handlers: Record<
    string,
    (
      context: ContextFrom<NoInfer<TMachine>>,
      scene: Scene,
    ) => Promise<EventFrom<NoInfer<TMachine>> | undefined> | Promise<void>
  >;
  /** By state: posts the result of slow work that ends in this state after the view had been answered. */
  late?: Record<string, (context: ContextFrom<NoInfer<TMachine>>, scene: Scene) => Promise<void>>;
  /** The screen of each state. A state that is not listed has no screen. */
  screens: Record<string, (context: ContextFrom<NoInfer<TMachine>>, scene: Scene) => Promise<Screen> | Screen>;
}

/**
 * Makes a journey of a machine, its handlers and its screens.
 *
 * @throws when an effect has no handler. That is a bug in this app: the journey would wait for ever
 */
export function createFlow<TMachine extends AnyStateMachine>(parts: FlowParts<TMachine>): Flow {
  const { machine, handlers, screens, late = {} } = parts;
  const toStep = ([snapshot, actions]: [SnapshotFrom<TMachine>, readonly { type: string; params: unknown }[]]) => ({
    position: readPosition(snapshot),
    actions: actions.map(({ type, params }): NamedAction => ({ type, params })),
  });
  const contextOf = (position: Position) => position.context as ContextFrom<TMachine>;

  return {
    id: parts.id,
    version: parts.version,
    who: parts.who ?? 'admin',
    keeps: ({ state }) => parts.kept?.includes(state) ?? false,
    start: (input) => toStep(initialTransition(machine, input as InputFrom<TMachine>)),
    step: (position, event) => {
      if (position.done) {
        // Like an actor, a journey that has ended takes no events, not even those that its machine takes in every
        // state.
        return { position, actions: [] };
      }
      const snapshot = machine.resolveState({ value: position.state, context: contextOf(position) });
      return toStep(transition(machine, snapshot as SnapshotFrom<TMachine>, event as EventFrom<TMachine>));
    },
    perform: async (action, position, scene) => {
      const handle = handlers[action.type];
      if (!handle) {
        throw new Error(`the journey ${parts.id} has no handler for ${action.type}`);
      }
      const event = await handle(contextOf(position), scene);
      return event ?? undefined;
    },
    tellLate: async (position, scene) => late[position.state]?.(contextOf(position), scene),
    draw: async (position, scene) =>
      (await screens[position.state]?.(contextOf(position), scene)) ?? { kind: 'nothing' },
  };
}

function readPosition(snapshot: { value: unknown; context: unknown; status: string; tags: Set<string> }): Position {
  return {
    state: String(snapshot.value),
    context: snapshot.context,
    busy: snapshot.tags.has('busy'),
    done: snapshot.status === 'done',
  };
}
