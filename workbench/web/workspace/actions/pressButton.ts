import type { ActionButton } from '../../documents/Info';
import type { Interaction } from '../../uikit/interactions/InteractionClient';
import type { Workspace } from '../Workspace';

/** Where a button of an app was pressed. */
export type Pressed = { readonly rid?: string; readonly mid?: string; readonly composerText?: string };

type Press = (actionId: string, pressed: Pressed) => Interaction;

const presses: Readonly<Record<ActionButton['context'], Press>> = {
  roomAction: (actionId, { rid = '' }) => ({ type: 'actionButton', actionId, rid, payload: { context: 'roomAction' } }),
  roomSideBarAction: (actionId, { rid = '' }) => ({
    type: 'actionButton',
    actionId,
    rid,
    payload: { context: 'roomSideBarAction' },
  }),
  messageAction: (actionId, { rid = '', mid = '' }) => ({
    type: 'actionButton',
    actionId,
    rid,
    mid,
    payload: { context: 'messageAction' },
  }),
  messageBoxAction: (actionId, { rid = '', composerText = '' }) => ({
    type: 'actionButton',
    actionId,
    rid,
    payload: { context: 'messageBoxAction', message: composerText },
  }),
  userDropdownAction: (actionId) => ({ type: 'actionButton', actionId, payload: { context: 'userDropdownAction' } }),
};

/** Tells an app that one of its buttons was pressed. */
export async function pressButton(workspace: Workspace, button: ActionButton, pressed: Pressed): Promise<void> {
  await workspace.interactions.emit(button.appId, presses[button.context](button.actionId, pressed));
}
