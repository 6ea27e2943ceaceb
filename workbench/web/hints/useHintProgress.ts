import { useStore } from 'zustand';
import { useSimulatorState } from '../simulator/useSimulatorState';
import type { WorkspaceState } from '../workspace/WorkspaceState';
import { useWorkspace } from '../workspace/useWorkspace';
import { useWorkspaceState } from '../workspace/useWorkspaceState';
import type { HintProgress } from './HintProgress';

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
