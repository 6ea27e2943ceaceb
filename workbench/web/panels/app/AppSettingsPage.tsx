import { Button } from '@rocket.chat/fuselage';
import { useState } from 'react';
import { Info } from '../../documents/Info';
import { readOne } from '../../documents/readDocument';
import { isRecord, pick } from '../../state/pick';
import { words } from '../../words';
import { useAppText, useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { Refused, Status } from '../parts/PanelParts';
import { useFetched } from '../parts/useFetched';
import { Setting } from './settings/Setting';
import { SettingsForm } from './settings/SettingsForm';

/** The app's own settings, as Rocket.Chat's page of the app has them. */
export function AppSettingsPage() {
  const workspace = useWorkspace();
  const { api } = workspace;
  const appId = useWorkspaceState((state) => state.info?.app?.id);
  const appText = useAppText();
  const { value, error, reload } = useFetched(async () => {
    // The page asks again as soon as it knows the app.
    if (appId === undefined) return undefined;
    const settings = pick(await api.get(`/api/apps/${appId}/settings`), 'settings');
    return Object.values(isRecord(settings) ? settings : {}).flatMap((setting) => readOne(Setting, setting) ?? []);
  }, appId);
  return (
    <>
      <AppActions />
      {error && <Refused reason={error} />}
      {value && (
        <SettingsForm
          settings={value}
          textOf={(key) => appText(appId, key)}
          onSave={async (settings) => {
            await api.post(`/api/apps/${appId ?? ''}/settings`, { settings });
            await workspace.refreshLanguage();
            reload();
          }}
        />
      )}
    </>
  );
}

const ACTIONS = ['enable', 'disable', 'update', 'reinstall'] as const;

/** Which app it is, and what can be done with it as a whole. */
function AppActions() {
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
