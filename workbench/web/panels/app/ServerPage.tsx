import type { ReactNode } from 'react';
import { Info } from '../../documents/Info';
import { readOne } from '../../documents/readDocument';
import { isRecord, pickList } from '../../state/pick';
import { words } from '../../words';
import { useWorkspace, useWorkspaceState } from '../../workspace/useWorkspace';
import { Refused } from '../parts/PanelParts';
import { useFetched } from '../parts/useFetched';
import { Setting } from './settings/Setting';
import { SettingsForm } from './settings/SettingsForm';
import './serverFacts.css';

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

/** Something about the release: what it is called, what it is, and what that means for people. */
type Fact = { readonly id: string; readonly name: string; readonly value: string; readonly meaning: string };

type Server = NonNullable<Info['server']>;

const { engine, sandbox, transport, traits } = words.server;

const parts = (server: Server): Fact[] => [
  { id: 'engine', name: engine.name, value: server.engine, meaning: engine.meaning(server.engineHere) },
  { id: 'sandbox', name: sandbox.name, value: server.runtime, meaning: sandbox.meaning[server.sandbox] },
  {
    id: 'transport',
    name: transport.name,
    value: transport.values[server.transport],
    meaning: transport.meaning[server.transport],
  },
];

const behaviour = (server: Server): Fact[] =>
  Object.entries(traits).map(([id, { name, yes, no }]) => {
    const has = server[id] === true;
    return { id, name, value: has ? words.server.yes : words.server.no, meaning: has ? yes : no };
  });

/** Which Rocket.Chat is imitated, what that means, and how to choose another one. */
function ServerFacts() {
  const server = useWorkspaceState((state) => state.info?.server);
  const versions = useWorkspaceState((state) => state.info?.servers);
  if (!server) {
    return <p className="wb-panel-note">{words.server.unknown}</p>;
  }
  const other = versions?.filter((version) => version !== server.version) ?? [];
  return (
    <>
      <h2>{words.server.title(server.version)}</h2>
      <p className="wb-panel-note">{words.server.note}</p>
      <dl className="wb-server-facts">
        {[...parts(server), ...behaviour(server)].map(({ id, name, value, meaning }) => (
          <div key={id} className="wb-panel-card" data-trait={id}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
            </dd>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.server.choose}</h2>
      <div className="wb-panel-card">
        <small>{words.server.chooseNote(other.join(', '))}</small>
        <pre tabIndex={0}>npm start -- --server {other.at(-1)}</pre>
        <small>{words.server.chooseSandbox}</small>
        <pre tabIndex={0}>--sandbox {server.sandbox === 'node' ? 'deno' : 'node'}</pre>
      </div>
    </>
  );
}

/** A page that the server tells administrators only. */
export function AdminOnly({ children }: { readonly children: ReactNode }) {
  const isAdmin = useWorkspaceState((state) => state.me?.roles.includes('admin') ?? false);
  return isAdmin ? children : <Refused reason={words.panels.onlyAdmin} />;
}
