import type { Customer, InboundKind, PhoneNumber } from './documents/Customer';
import type { PhoneMessage } from './documents/PhoneMessage';

/** What the page knows of the simulated WhatsApp. */
export type SimulatorState = {
  readonly numbers: readonly PhoneNumber[];
  /** What can be sent as a customer. */
  readonly kinds: readonly InboundKind[];
  readonly customers: readonly Customer[];
  /** Chats by `chatKey`, oldest message first; a missing one was not fetched yet. */
  readonly chats: Readonly<Record<string, readonly PhoneMessage[]>>;
  /** Chats in which the business is typing. */
  readonly typing: Readonly<Record<string, boolean>>;
  /** Messages that came into chats which nobody looks at. */
  readonly unread: Readonly<Record<string, number>>;
  /** What customers are writing, by `chatKey`. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly customerId?: string | undefined;
  readonly number?: string | undefined;
  readonly lost: boolean;
  /** Grows with each event of that kind, for panels that list them. */
  readonly requestCount: number;
  readonly deliveryCount: number;
  readonly stateCount: number;
};

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

/**
 * A chat that was fetched, with what events have told since the request began: they are newer than the answer, which may have
 * been written before them.
 */
export function withNews(
  fetched: readonly PhoneMessage[],
  before: readonly PhoneMessage[],
  now: readonly PhoneMessage[],
): readonly PhoneMessage[] {
  return now
    .filter((message) => !before.includes(message))
    .reduce((chat, message) => placed(chat, message, !chat.some(({ wamid }) => wamid === message.wamid)), fetched);
}

/** A changed message keeps its place. WhatsApp's times are in seconds, and a new status must not reorder messages of one second. */
function placed(known: readonly PhoneMessage[], message: PhoneMessage, isNew: boolean): readonly PhoneMessage[] {
  if (!isNew) {
    return known.map((one) => (one.wamid === message.wamid ? message : one));
  }
  return [...known, message].sort((a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : 0));
}

/** The name of a customer's chat with a business number. */
export function chatKey(customerId: string, number: string): string {
  return `${customerId} ${number}`;
}
