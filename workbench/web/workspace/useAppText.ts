import { appText } from './appText';
import { useWorkspace } from './useWorkspace';
import { useWorkspaceState } from './useWorkspaceState';

/** Finds texts of apps; a key without a text is shown as it is. */
export function useAppText(): (appId: string | undefined, key: string) => string {
  const { store } = useWorkspace();
  useWorkspaceState(({ appTexts, me, info }) => [appTexts, me?.language, info?.language]);
  return (appId, key) => appText(store.getState(), appId, key) ?? key;
}
