import type { IUIActionButtonDescriptor } from '@rocket.chat/apps-engine/definition/ui';
import { RoomTypeFilter, UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import { AGENTS } from '../../omnichannel/roles';
import type { BlockAction } from './BlockAction';
import { action } from './BlockAction';
import { showMessageStatus, showRoomStatus, visibleConversation } from './showDeliveries';
import { openTemplates, ownConversation } from './templateActions';

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
    ...action({ who: 'anyone', checks: visibleConversation, run: showRoomStatus }),
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
    ...action({ who: 'anyone', checks: visibleConversation, run: showMessageStatus }),
  },
};
