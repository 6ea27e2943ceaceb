import { randomUUID } from 'crypto';
import type { Host } from '../core/Host';

/** Milliseconds: a bot may ask somebody else before it answers. */
const PATIENCE = 20_000;

/** A tap on a button that an app drew in a conversation. */
export interface Tap {
  appId: string;
  blockId: string;
  actionId: string;
  value?: string;
  messageId: string;
  roomId: string;
}

/**
 * Reports a tap to the app that drew the button, like the livechat widget with the visitor's token. It uses the
 * sandbox's own `fetch`, because the engine has no call for it. Never throws. The token goes only into its header.
 *
 * @returns whether the app got it. An app that fails, or has no handler for taps, gives an empty answer with status
 * 200. If the answer is lost after the tap was sent, it counts as reported, because posting its text as well would make
 * the bot act twice.
 */
export async function reportTap(host: Host, token: string, tap: Tap): Promise<boolean> {
  const { appId, blockId, actionId, value = '', messageId, roomId } = tap;
  const siteUrl = await host.memory.siteUrl.get(host);
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(`${siteUrl}/api/apps/ui.interaction/${encodeURIComponent(appId)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'x-visitor-token': token },
      body: JSON.stringify({
        type: 'blockAction',
        actionId,
        payload: { blockId, value },
        container: { type: 'message', id: messageId },
        mid: messageId,
        rid: roomId,
        triggerId: randomUUID(),
      }),
      redirect: 'manual',
      signal,
    });
    const answer = await response.text();
    const isTaken = response.ok && answer.trim() !== '';
    if (!isTaken) {
      host.logger.warn(`A tap could not be reported to its app: HTTP ${response.status}`);
    }
    return isTaken;
  } catch (error) {
    host.logger.warn('A tap could not be reported to its app:', String(error));
    return signal.aborted;
  }
}
