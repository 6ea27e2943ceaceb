import type { IUIKitInteraction } from '@rocket.chat/apps-engine/definition/uikit/IUIKitInteractionType';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/IUser';
import { UiInteractionBridge } from '@rocket.chat/apps-engine/server/bridges/UiInteractionBridge';
import type { WorkspaceEvents } from '../../workspace/events/WorkspaceEvents';

/** Views that an app pushes to a person: they go to that person's pages. */
export class WorkbenchUiInteractionBridge extends UiInteractionBridge {
  readonly #events: WorkspaceEvents;

  constructor(events: WorkspaceEvents) {
    super();
    this.#events = events;
  }

  protected async notifyUser(user: IUser, interaction: IUIKitInteraction, appId: string): Promise<void> {
    this.#events.publish({
      type: 'ui-interaction',
      interaction: { ...interaction, appId },
      audience: { kind: 'user', userId: user.id },
    });
  }
}
