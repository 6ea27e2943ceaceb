import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
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

/** Looks at the workspace and the phones, so that the hints go on wherever one is. */
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
  const hasConversation = useWorkspaceState(
    ({ rooms, inquiries }) =>
      [...Object.values(rooms).filter(({ t }) => t === 'l'), ...Object.values(inquiries)].length > 0,
  );
  return { saidYes, formOpen, connected, customerWrote: customerWrote || hasConversation, answered };
}

/** What has been done on the way to the first answered customer. */
export type HintProgress = {
  readonly saidYes: boolean;
  readonly formOpen: boolean;
  readonly connected: boolean;
  readonly customerWrote: boolean;
  readonly answered: boolean;
};

const KEY = 'workbench-hints';

/** Whether the hints are shown: on the first visit, and until somebody puts them away. */
export const hintSwitch = createStore<boolean>()(() => localStorage.getItem(KEY) !== 'off');
hintSwitch.subscribe((on) => localStorage.setItem(KEY, on ? 'on' : 'off'));
