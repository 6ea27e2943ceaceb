import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PhoneMessage } from '../simulator/documents/PhoneMessage';
import { useSimulatorState } from '../simulator/useSimulator';
import { useWorkspace, useWorkspaceState } from '../workspace/useWorkspace';
import type { WorkspaceState } from '../workspace/WorkspaceState';

/** Whether a person, not the app or a customer, has written into a conversation. */
const hasAnswer = ({ rooms, histories, info }: WorkspaceState): boolean => {
  const people = new Set(info?.users.map(({ username }) => username));
  return Object.entries(histories).some(
    ([rid, { messages }]) =>
      rooms[rid]?.t === 'l' && messages.some(({ t, u, token }) => !t && !token && people.has(u.username)),
  );
};

const wordsOf = ({ message }: PhoneMessage): string => JSON.stringify(message[message.type]);

/** The progress with templates and with a failed message, according to the phones. */
const onPhones = (chats: Readonly<Record<string, readonly PhoneMessage[]>>) => {
  const received = Object.values(chats).flatMap((messages) => messages.filter(({ direction }) => direction === 'out'));
  const failed = received.filter(({ status }) => status === 'failed');
  return {
    template: received.some(({ message, status }) => message.type === 'template' && status !== 'failed'),
    failed: failed.length > 0,
    sentAgain: failed.some((lost) =>
      received.some((other) => other.status !== 'failed' && wordsOf(other) === wordsOf(lost)),
    ),
  };
};

/** Reads the workspace and the phones, so that the hints continue in any place. */
export function useHintProgress(): HintProgress {
  const { interactions } = useWorkspace();
  const formOpen = useStore(interactions.views, ({ modal }) => modal !== undefined);
  const answered = useWorkspaceState(hasAnswer);
  const saidYes = useWorkspaceState(({ histories, rooms }) =>
    Object.entries(histories).some(([rid, { messages }]) => rooms[rid]?.t === 'p' && messages.length > 1),
  );
  const connected = useSimulatorState(({ numbers }) => numbers.some(({ webhook }) => webhook));
  const customerWrote = useSimulatorState(({ chats }) =>
    Object.values(chats).some((messages) => messages.some(({ direction }) => direction === 'in')),
  );
  const { template, failed, sentAgain } = useSimulatorState(({ chats }) => onPhones(chats));
  const hasConversation = useWorkspaceState(
    ({ rooms, inquiries }) =>
      [...Object.values(rooms).filter(({ t }) => t === 'l'), ...Object.values(inquiries)].length > 0,
  );
  return {
    saidYes,
    formOpen,
    connected,
    customerWrote: customerWrote || hasConversation,
    answered,
    template,
    failed,
    sentAgain,
  };
}

/** The steps that the user has done, from the first click to the failed message that was sent again. */
export type HintProgress = {
  readonly saidYes: boolean;
  readonly formOpen: boolean;
  readonly connected: boolean;
  readonly customerWrote: boolean;
  readonly answered: boolean;
  /** Whether a template is on a phone. */
  readonly template: boolean;
  /** Whether a message of the business never arrived. */
  readonly failed: boolean;
  /** Whether such a message came to the phone after all. */
  readonly sentAgain: boolean;
};

const KEY = 'workbench-hints';

/** Whether the hints are shown: on the first visit, and until somebody puts them away. */
export const hintSwitch = createStore<boolean>()(() => localStorage.getItem(KEY) !== 'off');
hintSwitch.subscribe((on) => localStorage.setItem(KEY, on ? 'on' : 'off'));
