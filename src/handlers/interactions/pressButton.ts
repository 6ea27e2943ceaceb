import type { IUIKitResponse, UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import type { Host } from '../Host';
import { notifyUser } from '../omnichannel/notifyUser';
import { translatorOf } from '../translation/translatorOf';
import { decodeValue } from './actionValue';
import { blockActions } from './blockActions';
import { withRoles } from './roles';

/** A button was pressed: the table of block actions says what it does. */
export async function pressButton(host: Host, context: UIKitBlockInteractionContext): Promise<IUIKitResponse> {
  const { actionId, value, room, message, triggerId, container, ...data } = context.getInteractionData();
  const responder = context.getInteractionResponder();
  const t = await translatorOf(host);
  const user = await withRoles(host, data.user);
  const stage = container.type === 'view' ? container.id : '';
  const row = Object.hasOwn(blockActions, actionId) ? blockActions[actionId] : undefined;
  const scene = { host, user, t, stage, room: room ?? message?.room };
  try {
    const press = { scene, value: decodeValue(value), message, triggerId, responder };
    return row ? await row.press(press) : responder.successResponse();
  } catch (error) {
    host.logger.error(`The button ${actionId} failed:`, String(error));
    if (scene.room) {
      await notifyUser(host, { user, room: scene.room }, { text: t('errors:bug') });
    }
    return responder.errorResponse();
  }
}
