import type { SimulatorEvents } from './SimulatorEvents';

export type EventName = keyof SimulatorEvents;

/** Tells whoever listens (the control API's event streams). */
export interface EventBus {
  emit<Name extends EventName>(name: Name, data: SimulatorEvents[Name]): void;
  /** Returns a function that ends the subscription. */
  subscribe(listener: (name: EventName, data: SimulatorEvents[EventName]) => void): () => void;
  /** True when somebody listens; lets a busy path skip building what nobody reads. */
  heard(): boolean;
}
