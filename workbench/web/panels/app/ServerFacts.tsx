import type { Info } from '../../documents/Info';
import { words } from '../../words';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import './serverFacts.css';

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
export function ServerFacts() {
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
