import { Button } from '@rocket.chat/fuselage';
import { useState } from 'react';
import { readOne } from '../../documents/readOne';
import { Info } from '../../documents/Info';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { Status } from '../parts/Status';

const ACTIONS = ['enable', 'disable', 'update', 'reinstall'] as const;

/** Which app it is, and what can be done with it as a whole. */
export function AppActions() {
  const workspace = useWorkspace();
  const app = useWorkspaceState((state) => state.info?.app);
  const [busy, setBusy] = useState(false);
  const act = async (action: (typeof ACTIONS)[number]) => {
    setBusy(true);
    await workspace.attempt(async () => {
      await workspace.api.post(`/api/workbench/app/${action}`);
      const info = readOne(Info, await workspace.api.get('/api/workbench/info'));
      workspace.change((state) => ({ ...state, info: info ?? state.info }));
    });
    setBusy(false);
  };
  const enabled = app?.status?.endsWith('enabled') ?? false;
  return (
    <div className="wb-panel-card">
      <header>
        <strong>{app?.name}</strong>
        <Status kind={enabled ? 'good' : 'bad'}>{app?.status}</Status>
      </header>
      <small>{app?.version}</small>
      <div className="wb-panel-row">
        {ACTIONS.map((action) => (
          <Button
            key={action}
            small
            disabled={busy || (action === 'enable' && enabled)}
            onClick={() => void act(action)}
          >
            {words.app.actions[action]}
          </Button>
        ))}
      </div>
    </div>
  );
}
