import type { IUIActionButtonDescriptor } from '@rocket.chat/apps-engine/definition/ui';
import { RoomTypeFilter, UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import type {
  IUIKitResponse,
  UIKitActionButtonInteractionContext,
  UIKitBlockInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import * as v from 'valibot';
import { decodeValue } from '../../core/actionValue';
import type { Host } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import { notifyUser } from '../../omnichannel/notifyUser';
import { AGENTS, withRoles } from '../../omnichannel/roles';
import type { BlockAction, Press } from './BlockAction';
import { action } from './BlockAction';
import { blockActions } from './blockActions';
import { showMessageStatus, showRoomStatus, visibleConversation } from './showDeliveries';
import { claimedText } from './submitEvents';
import { openTemplates, ownConversation } from './templateActions';
import { lookUp } from '../../core/text';

const container = v.fallback(v.object({ type: claimedText, id: claimedText }), { type: '', id: '' });

/** A press as the client sent it: Rocket.Chat passes it on unchecked. */
const claims = v.object({
  actionId: claimedText,
  triggerId: claimedText,
  container: v.optional(container, { type: '', id: '' }),
});

/** A button was pressed: the table of block actions says what it does. */
export async function pressButton(host: Host, context: UIKitBlockInteractionContext): Promise<IUIKitResponse> {
  const { value, room, message, user, ...data } = context.getInteractionData();
  const { actionId, triggerId, container } = v.parse(claims, data);
  const stage = container.type === 'view' ? container.id : '';
  return run(host, lookUp(blockActions, actionId.split('.')[0] ?? ''), user, {
    stage,
    room: room ?? message?.room,
    value: decodeValue(value),
    typed: typeof value === 'string' ? value : '',
    actionId,
    message,
    triggerId,
    responder: context.getInteractionResponder(),
  });
}

/** A button of ours in one of Rocket.Chat's own menus was pressed: the table of action buttons says what it does. */
export async function pressActionButton(
  host: Host,
  context: UIKitActionButtonInteractionContext,
): Promise<IUIKitResponse> {
  const { room, message, user, ...data } = context.getInteractionData();
  const { actionId, triggerId } = v.parse(claims, data);
  const responder = context.getInteractionResponder();
  const pressed = { stage: '', room, value: {}, typed: '', actionId, message, triggerId, responder };
  return run(host, lookUp(actionButtons, actionId), user, pressed);
}

type Pressed = Omit<Press, 'scene'> & Pick<Press['scene'], 'stage' | 'room'>;

async function run(
  host: Host,
  row: BlockAction | undefined,
  who: IUser,
  { stage, room, ...pressed }: Pressed,
): Promise<IUIKitResponse> {
  const { responder, actionId } = pressed;
  const t = await translatorOf(host);
  const user = await withRoles(host, who);
  const scene = { host, user, t, stage, room };
  try {
    // Presses in one view run one after the other, so that each continues from the result of the one before.
    const act = () => (row ? row.press({ ...pressed, scene }) : Promise.resolve(responder.successResponse()));
    return stage === '' ? await act() : await host.memory.locks.run(`view ${stage}`, act);
  } catch (error) {
    host.logger.error(`The button ${actionId} failed:`, String(error));
    if (room) {
      await notifyUser(host, { user, room }, { text: t('errors:bug') });
    }
    return responder.errorResponse();
  }
}

/** A button in one of Rocket.Chat's own menus. */
interface ActionButton extends BlockAction {
  button: IUIActionButtonDescriptor;
}

const inConversations = { labelI18n: 'whatsapp_status', when: { roomTypes: [RoomTypeFilter.LIVE_CHAT] } };

/**
 * The buttons that the app puts into Rocket.Chat's menus, what each does and who may press it. They are shown in the
 * conversations of every channel, and a client may press any of them anywhere.
 */
export const actionButtons: Readonly<Record<string, ActionButton>> = {
  'room-status': {
    button: { actionId: 'room-status', context: UIActionButtonContext.ROOM_ACTION, ...inConversations },
    ...action({ who: 'everybody', checks: visibleConversation, run: showRoomStatus }),
  },
  'send-template': {
    button: {
      actionId: 'send-template',
      context: UIActionButtonContext.ROOM_ACTION,
      labelI18n: 'send_template_button',
      when: { roomTypes: [RoomTypeFilter.LIVE_CHAT], hasOneRole: [...AGENTS] },
    },
    ...action({ who: 'agent', checks: ownConversation, run: openTemplates }),
  },
  'message-status': {
    button: { actionId: 'message-status', context: UIActionButtonContext.MESSAGE_ACTION, ...inConversations },
    ...action({ who: 'everybody', checks: visibleConversation, run: showMessageStatus }),
  },
};
