import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { blockActions } from '../../src/handlers/entry/interactions/blockActions';
import type { Press } from '../../src/handlers/entry/interactions/Press';
import type { Host } from '../../src/handlers/core/Host';
import { answers } from './answers';
import { sceneOf } from './sceneOf';

/** A button that an administrator pressed in a view, with what the test is about. */
export function press(
  host: Host,
  facts: Partial<Omit<Press, 'scene'>> & { scene?: Partial<Press['scene']> } = {},
): Press {
  return {
    value: {},
    typed: '',
    actionId: '',
    triggerId: 'trigger',
    responder: answers,
    ...facts,
    scene: sceneOf(host, facts.scene),
  };
}

/** What the table of block actions makes of a press. */
export async function answerTo(actionId: string, pressed: Press): Promise<IUIKitResponse> {
  const row = blockActions[actionId];
  if (!row) throw new Error(`there is no button ${actionId}`);
  return row.press(pressed);
}
