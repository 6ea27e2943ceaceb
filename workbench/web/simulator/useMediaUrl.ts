import { useEffect, useState } from 'react';
import { useWorkspace } from '../workspace/useWorkspace';
import { useSimulator } from './useSimulator';

/** The address of a media file of the simulator for an element of the page: its bytes are fetched, as elements cannot sign in. */
export function useMediaUrl(id: string | undefined): string | undefined {
  const simulator = useSimulator();
  const workspace = useWorkspace();
  const [fetched, setFetched] = useState<{ readonly id: string; readonly url: string }>();
  useEffect(() => {
    if (id === undefined) {
      return;
    }
    const stopping = new AbortController();
    let url: string | undefined;
    void workspace.attempt(async () => {
      const blob = await simulator.media(id, stopping.signal);
      if (blob) {
        url = URL.createObjectURL(blob);
        setFetched({ id, url });
      }
    });
    return () => {
      stopping.abort();
      if (url !== undefined) {
        URL.revokeObjectURL(url);
      }
    };
  }, [simulator, workspace, id]);
  return fetched?.id === id ? fetched?.url : undefined;
}
