import { AppDetailChangesBridge } from '@rocket.chat/apps-engine/server/bridges/AppDetailChangesBridge';
import type { WorkspaceEvents } from '../../workspace/events/WorkspaceEvents';

/** A changed setting of an app: pages read the app anew. */
export class WorkbenchAppDetailChangesBridge extends AppDetailChangesBridge {
  readonly #events: WorkspaceEvents;

  constructor(events: WorkspaceEvents) {
    super();
    this.#events = events;
  }

  protected onAppSettingsChange(): void {
    this.#events.publish({ type: 'apps', audience: { kind: 'everyone' } });
  }
}
