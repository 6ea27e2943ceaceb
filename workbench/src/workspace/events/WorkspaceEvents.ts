import type { WorkspaceEvent } from './WorkspaceEvent';

/** The one stream of workspace events. Listeners are called at once, in order; one that throws stops nobody else. */
export class WorkspaceEvents {
  readonly #listeners = new Set<(event: WorkspaceEvent) => void>();

  /** Calls `listener` for every event from now on. Returns the function that ends it. */
  subscribe(listener: (event: WorkspaceEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(event: WorkspaceEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        console.error('A listener of workspace events failed:', error);
      }
    }
  }
}
