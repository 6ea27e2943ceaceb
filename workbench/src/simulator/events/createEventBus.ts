import type { EventBus } from './EventBus';

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
