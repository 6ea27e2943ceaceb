import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/IMessage';
import { ThreadBridge } from '@rocket.chat/apps-engine/server/bridges/ThreadBridge';
import type { BridgeParts } from './BridgeParts';

/** A thread's messages, its first one included, oldest first. */
export class WorkbenchThreadBridge extends ThreadBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async getById(messageId: string): Promise<IMessage[]> {
    const { messages } = this.#parts.workspace;
    const first = messages.find(messageId);
    return [...(first ? [first] : []), ...messages.thread(messageId)].map((m) => this.#parts.converters.message(m));
  }
}
