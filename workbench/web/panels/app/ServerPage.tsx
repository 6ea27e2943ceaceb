import { Info } from '../../documents/Info';
import { readOne } from '../../documents/readOne';
import { pickList } from '../../state/pickList';
import { isRecord } from '../../state/isRecord';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { Refused } from '../parts/Refused';
import { useFetched } from '../parts/useFetched';
import { Setting } from './settings/Setting';
import { SettingsForm } from './settings/SettingsForm';

/** The server's settings that matter here. */
export function ServerSettingsPage() {
  const workspace = useWorkspace();
  const { api } = workspace;
  const { value, error, reload } = useFetched(
    async () =>
      pickList(await api.get('/api/workbench/settings'), 'settings').flatMap(
        (setting) => readOne(Setting, isRecord(setting) ? { ...setting, id: setting['_id'] } : setting) ?? [],
      ),
    '',
  );
  return (
    <>
      <p className="wb-panel-note">{words.app.serverNote}</p>
      {error && <Refused reason={error} />}
      {value && (
        <SettingsForm
          settings={value}
          textOf={(key) => key.replaceAll('_', ' ')}
          onSave={async (changes) => {
            for (const change of changes) {
              await api.post('/api/workbench/settings', change);
            }
            const info = readOne(Info, await api.get('/api/workbench/info'));
            workspace.change((state) => ({ ...state, info: info ?? state.info }));
            reload();
          }}
        />
      )}
    </>
  );
}
