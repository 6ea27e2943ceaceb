import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/ISetting';
import { InternalBridge } from '@rocket.chat/apps-engine/server/bridges/InternalBridge';
import type { BridgeParts } from './BridgeParts';
import { refuse } from './refuse';

/** What the engine itself asks for. */
export class WorkbenchInternalBridge extends InternalBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async getUsernamesOfRoomById(roomId: string): Promise<string[]> {
    return this.getUsernamesOfRoomByIdSync(roomId);
  }

  protected getUsernamesOfRoomByIdSync(roomId: string): string[] {
    return this.#parts.workspace.rooms.members(roomId).map(({ username }) => username);
  }

  protected async getWorkspacePublicKey(): Promise<ISetting> {
    return refuse('InternalBridge', 'getWorkspacePublicKey');
  }
}
