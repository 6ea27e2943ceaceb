import type { PhoneMessage } from '../phone/PhoneMessage';
import type { DeliveryRecord } from '../store/deliveries';
import type { RequestRecord } from '../store/requests';

export type EventName = keyof SimulatorEvents;

/** Tells whoever listens (the control API's event streams). */
export interface EventBus {
  emit<Name extends EventName>(name: Name, data: SimulatorEvents[Name]): void;
  /** Returns a function that ends the subscription. */
  subscribe(listener: (name: EventName, data: SimulatorEvents[EventName]) => void): () => void;
  /** True when somebody listens; lets a busy path skip building what nobody reads. */
  heard(): boolean;
}

export function createEventBus(): EventBus {
  const listeners = new Set<Parameters<EventBus['subscribe']>[0]>();
  return {
    emit: (name, data) => {
      for (const listener of listeners) listener(name, data);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    heard: () => listeners.size > 0,
  };
}

/** What happens, by name, as `/control/events` tells it. */
interface SimulatorEvents {
  /** A message is new or changed on a phone, or the business types (`message` is absent then). */
  phone: { customerId: string; number: string; message?: PhoneMessage; typing?: boolean };
  request: RequestRecord;
  delivery: DeliveryRecord;
  /** Something in `/control/state` changed. */
  state: Record<string, never>;
}
