import { useEffect } from 'react';
import { selectRoom } from '../workspace/changes/selectRoom';
import { useWorkspace } from '../workspace/useWorkspace';

/** What came into the open room while the window was hidden counts as read when somebody looks at it again. */
export function useReadOnReturn(): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const onChange = () => {
      if (!document.hidden) {
        workspace.change((state) => selectRoom(state.selectedRid, state.wantedMid)(state));
      }
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, [workspace]);
}
