import type { IListenerBridge } from '@rocket.chat/apps-engine/server/bridges/IListenerBridge';
import { refuse } from './refuse';

/** The engine's own way of raising events; here `AppListeners` raises them. */
export class WorkbenchListenerBridge implements IListenerBridge {
  async messageEvent(): Promise<void> {
    refuse('ListenerBridge', 'messageEvent');
  }

  async roomEvent(): Promise<void> {
    refuse('ListenerBridge', 'roomEvent');
  }

  async uiKitInteractionEvent(): Promise<void> {
    refuse('ListenerBridge', 'uiKitInteractionEvent');
  }
}
