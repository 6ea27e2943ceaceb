import { Info } from '../../documents/Info';
import { readOne } from '../../documents/readOne';
import { pickList } from '../../state/pickList';
import { isRecord } from '../../state/isRecord';
import { words } from '../../words';
import { useWorkspace } from '../../workspace/useWorkspace';
import { Refused } from '../parts/Refused';
import { useFetched } from '../parts/useFetched';
import { AdminOnly } from './AdminOnly';
import { ServerFacts } from './ServerFacts';
import { Setting } from './settings/Setting';
import { SettingsForm } from './settings/SettingsForm';

const { title, ...switches } = words.server.switches;

const isSwitch = (id: string): id is keyof typeof switches => id in switches;

const spaced = (id: string): string => id.replaceAll('_', ' ');

/** The settings that no real server has: switches that put it into a state, with a sentence on each. */
function described(setting: Setting): Setting {
  if (!isSwitch(setting.id)) {
    const values = setting.values.map((value) => ({ ...value, i18nLabel: spaced(value.i18nLabel) }));
    return { ...setting, values, i18nLabel: spaced(setting.id), section: words.app.serverSettings };
  }
  const { name, meaning } = switches[setting.id];
  return { ...setting, section: title, i18nLabel: name, i18nDescription: meaning };
}

/** The release that is imitated, the states it can be put into, and the server's settings that matter here. */
export function ServerPage() {
  return (
    <>
      <ServerFacts />
      <AdminOnly>
        <ServerSettings />
      </AdminOnly>
    </>
  );
}

function ServerSettings() {
  const workspace = useWorkspace();
  const { api } = workspace;
  const { value, error, reload } = useFetched(
    async () =>
      pickList(await api.get('/api/workbench/settings'), 'settings').flatMap((document) => {
        const setting = readOne(Setting, isRecord(document) ? { ...document, id: document['_id'] } : document);
        return setting ? described(setting) : [];
      }),
    '',
  );
  return (
    <>
      <p className="wb-panel-note">{words.app.serverNote}</p>
      {error && <Refused reason={error} />}
      {value && (
        <SettingsForm
          settings={value.toSorted((a, b) => Number(isSwitch(b.id)) - Number(isSwitch(a.id)))}
          textOf={(text) => text}
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
