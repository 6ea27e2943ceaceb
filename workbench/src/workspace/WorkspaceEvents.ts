import type { MessageDocument } from './documents/MessageDocument';
import type { InquiryDocument, RoomDocument } from './documents/RoomDocument';
import type { UserDocument } from './documents/UserDocument';

/**
 * The stream of workspace events. Listeners are called at once, in order; one that throws does not affect the others.
 */
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

/** Events of the workspace, for pages that follow it. Dates are `Date` objects; JSON turns them into ISO strings. */
export type WorkspaceEvent = { audience: Audience } & (
  | { type: 'message'; message: MessageDocument }
  | { type: 'message-removed'; rid: string; _id: string }
  | { type: 'ephemeral'; message: MessageDocument }
  | { type: 'typing'; rid: string; username: string; isTyping: boolean }
  | { type: 'room'; room: RoomDocument }
  | { type: 'room-removed'; _id: string }
  | { type: 'room-read'; rid: string }
  | { type: 'inquiry'; inquiry: InquiryDocument }
  | { type: 'inquiry-removed'; _id: string }
  | { type: 'ui-interaction'; interaction: Record<string, unknown> }
  | { type: 'agent'; user: UserDocument }
  | { type: 'apps' }
);

/** The audience of an event: people who may see the room, one user, agents who take conversations, or all signed-in users. */
export type Audience =
  | { kind: 'room'; rid: string }
  | { kind: 'user'; userId: string }
  | { kind: 'queue'; departmentId?: string }
  | { kind: 'everyone' };
