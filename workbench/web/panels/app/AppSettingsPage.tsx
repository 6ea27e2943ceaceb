import { readOne } from '../../documents/readOne';
import { pick } from '../../state/pick';
import { isRecord } from '../../state/isRecord';
import { useAppText } from '../../workspace/useAppText';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { Refused } from '../parts/Refused';
import { useFetched } from '../parts/useFetched';
import { AppActions } from './AppActions';
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
