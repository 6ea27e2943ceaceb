import { AppActivationBridge } from '@rocket.chat/apps-engine/server/bridges/AppActivationBridge';
import type { WorkspaceEvents } from '../../workspace/events/WorkspaceEvents';

/** Apps that come, go or change state, and their buttons: pages read them anew. */
export class WorkbenchAppActivationBridge extends AppActivationBridge {
  readonly #events: WorkspaceEvents;

  constructor(events: WorkspaceEvents) {
    super();
    this.#events = events;
  }

  protected async appAdded(): Promise<void> {
    this.#changed();
  }

  protected async appUpdated(): Promise<void> {
    this.#changed();
  }

  protected async appRemoved(): Promise<void> {
    this.#changed();
  }

  protected async appStatusChanged(): Promise<void> {
    this.#changed();
  }

  protected async actionsChanged(): Promise<void> {
    this.#changed();
  }

  #changed(): void {
    this.#events.publish({ type: 'apps', audience: { kind: 'everyone' } });
  }
}
