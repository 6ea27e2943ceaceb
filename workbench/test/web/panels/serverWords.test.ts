import { SERVER_TRAITS, SERVER_VERSIONS } from '../../../src/server/serverTraits';
import { defaultSettings } from '../../../src/workspace/settings/defaultSettings';
import { words } from '../../../web/words';

// Every trait and every switch of the imitated server needs an explanation in the page.

/** What the page words one by one. */
const PARTS = ['engineHere', 'version', 'engine', 'sandbox', 'runtime', 'transport'];

test.each(SERVER_VERSIONS)('each trait of %s is told in words', (version) => {
  const traits = Object.keys(SERVER_TRAITS[version]).filter((name) => !PARTS.includes(name));
  expect(Object.keys(words.server.traits).sort()).toEqual(traits.sort());
});

test('each switch that imitates a state of the server is told in words', () => {
  const { title: _title, ...switches } = words.server.switches;
  const settings = Object.keys(defaultSettings).filter((id) => id.startsWith('Workbench_'));
  expect(Object.keys(switches).sort()).toEqual(settings.sort());
});
