import { SERVER_TRAITS, SERVER_VERSIONS } from '../../src/server/serverTraits';
import { defaultSettings } from '../../src/workspace/settings/defaultSettings';
import { layOutMachine, mergeEdges } from '../../web/panels/app/machines/layOutMachine';
import { words } from '../../web/words';

describe('machines', () => {
  const edge = (from: string, to: string, event: string, guard?: string) => ({ from, to, event, guard, actions: [] });
  const machine = {
    id: 'door',
    initial: 'closed',
    nodes: [
      { id: 'closed', tags: [], final: false },
      { id: 'open', tags: [], final: false },
      { id: 'gone', tags: [], final: true },
    ],
    edges: [
      edge('closed', 'open', 'OPEN'),
      edge('closed', 'open', 'KICK', 'isStrong'),
      edge('open', 'closed', 'CLOSE'),
      edge('open', 'open', 'LOOK'),
      edge('open', 'gone', 'BREAK'),
    ],
  };

  test('events between the same states are one way', () => {
    expect(mergeEdges(machine).map(({ labels }) => labels)).toEqual([
      ['OPEN', 'KICK [isStrong]'],
      ['CLOSE'],
      ['LOOK'],
      ['BREAK'],
    ]);
  });

  test('states stand below each other inside of the chart, and do not overlap', () => {
    const { nodes, edges, width, height } = layOutMachine(machine);
    const [closed, open, gone] = nodes;
    expect(closed!.y).toBeLessThan(open!.y);
    expect(open!.y).toBeLessThan(gone!.y);
    for (const { x, y, width: wide, height: high } of nodes) {
      expect(x - wide / 2).toBeGreaterThanOrEqual(0);
      expect(x + wide / 2).toBeLessThanOrEqual(width);
      expect(y + high / 2).toBeLessThanOrEqual(height);
    }
    expect(edges).toHaveLength(4);
    // A state that stays where it is has its loop at its right.
    const loop = edges.find(({ id }) => id === 'open open');
    expect(loop!.x).toBeGreaterThan(open!.x + open!.width / 2);
  });
});

describe('serverWords', () => {
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
});
