import { chatKey } from './chatKey';
import type { PhoneMessage } from './documents/PhoneMessage';
import type { SimulatorState } from './SimulatorState';

/** A new or changed message takes its place in its chat; from the business it counts as unread where nobody looks. */
export function putPhoneMessage(
  state: SimulatorState,
  customerId: string,
  number: string,
  message: PhoneMessage,
): SimulatorState {
  const key = chatKey(customerId, number);
  const known = state.chats[key];
  const isNew = !known?.some(({ wamid }) => wamid === message.wamid);
  const looking = state.customerId === customerId && state.number === number;
  const isUnread = isNew && known !== undefined && !looking && message.direction === 'out';
  return {
    ...state,
    chats: known || looking ? { ...state.chats, [key]: placed(known ?? [], message, isNew) } : state.chats,
    unread: isUnread ? { ...state.unread, [key]: (state.unread[key] ?? 0) + 1 } : state.unread,
    typing: message.direction === 'out' ? { ...state.typing, [key]: false } : state.typing,
  };
}

/** What is changed stays where it is: WhatsApp tells seconds only, and a tick must not move a message among its second's. */
function placed(known: readonly PhoneMessage[], message: PhoneMessage, isNew: boolean): readonly PhoneMessage[] {
  if (!isNew) {
    return known.map((one) => (one.wamid === message.wamid ? message : one));
  }
  return [...known, message].sort((a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : 0));
}
