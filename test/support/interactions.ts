import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import type { UIKitInteractionResponder } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import type { Drawing } from '../../src/blocks/elements';
import type { Position, Scene } from '../../src/flows/Flow';
import { saveSnapshot } from '../../src/flows/snapshots';
import type { Host } from '../../src/handlers/core/Host';
import type { Translate } from '../../src/handlers/core/translator';
import { blockActions } from '../../src/handlers/entry/interactions/blockActions';
import { flows } from '../../src/handlers/entry/interactions/journeys';
import type { Press } from '../../src/handlers/entry/interactions/BlockAction';
import { person } from './workspace';

/** Says every sentence as its key, with what it mentions: `numbers:number {"number":"+55"}`. */
export const sayKeys: Translate = (key, params) =>
  params && Object.keys(params).length > 0 ? `${key} ${JSON.stringify(params)}` : key;

/** A drawing for tests: it shows keys instead of texts. */
export const drawing: Drawing = { appId: 'app-id', t: sayKeys };

/** A scene played for an administrator, in keys instead of words. */
export function sceneOf(host: Host, facts: Partial<Scene> = {}): Scene {
  return { host, user: person(), t: sayKeys, stage: 'view-id', ...facts };
}

/** A responder whose answers tell how something was answered, and with what. */
export const answers = {
  successResponse: () => ({ answer: 'success' }),
  errorResponse: () => ({ answer: 'error' }),
  openModalViewResponse: (view: object) => ({ answer: 'open', view }),
  updateModalViewResponse: (view: object) => ({ answer: 'update', view }),
  viewErrorResponse: (errors: object) => ({ answer: 'errors', ...errors }),
} as unknown as UIKitInteractionResponder;

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

/** The result of a press by the table of block actions. */
export async function answerTo(actionId: string, pressed: Press): Promise<IUIKitResponse> {
  const row = blockActions[actionId];
  if (!row) throw new Error(`there is no button ${actionId}`);
  return row.press(pressed);
}

/** Stores that a journey stands somewhere in a view, with another version when the test asks for it. */
export async function storedJourney(
  host: Host,
  { id, stage, position, version }: { id: string; stage: string; position: Position; version?: number },
): Promise<void> {
  const flow = flows[id];
  if (!flow) throw new Error(`there is no journey ${id}`);
  await saveSnapshot(sceneOf(host, { stage }), { ...flow, version: version ?? flow.version }, position);
}
