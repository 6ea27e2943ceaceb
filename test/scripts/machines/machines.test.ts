import { setup } from 'xstate';
import { drawMachine } from '../../../scripts/machines/drawMachine';
import { graphOf } from '../../../scripts/machines/graphOf';
import { readDocComment } from '../../../scripts/machines/readDocComment';

describe('drawMachine', () => {
  const lamp = setup({ actions: { light: () => undefined }, guards: { paid: () => true } }).createMachine({
    id: 'lamp',
    initial: 'dark',
    states: {
      dark: { tags: 'busy', on: { ON: { guard: 'paid', target: 'lit', actions: 'light' } } },
      lit: { type: 'final' },
    },
  });

  test('a machine is drawn as a Mermaid state diagram below what it is for', () => {
    const page = drawMachine({ name: 'lamp', machine: lamp, about: 'A lamp.' });
    expect(page.startsWith('# lamp\n\nA lamp.\n\n')).toBe(true);
    expect(page.slice(page.indexOf('```mermaid'))).toBe(
      [
        '```mermaid',
        'stateDiagram-v2',
        '    [*] --> dark',
        '    dark --> lit: ON [paid] / light',
        '    lit --> [*]',
        '    classDef busy stroke-dasharray: 5 5',
        '    class dark busy',
        '```',
        '',
      ].join('\n'),
    );
  });
});

describe('graphOf', () => {
  const door = setup({
    types: { events: {} as { type: 'PUSH' } | { type: 'KNOCK' } | { type: 'BURN' }, tags: '' as 'busy' },
    actions: { ring: () => undefined, creak: () => undefined, shut: () => undefined },
    guards: { unlocked: () => true },
  }).createMachine({
    id: 'door',
    initial: 'closed',
    on: { BURN: '.gone' },
    states: {
      closed: {
        tags: 'busy',
        on: { PUSH: { guard: 'unlocked', target: 'open', actions: 'creak' }, KNOCK: { actions: 'ring' } },
      },
      open: { entry: 'shut', on: { BURN: 'closed' } },
      gone: { type: 'final' },
    },
  });

  describe('a machine becomes a chart', () => {
    test('of its states, with their tags and which of them end', () => {
      const { id, initial, nodes } = graphOf(door);
      expect({ id, initial, nodes }).toEqual({
        id: 'door',
        initial: 'closed',
        nodes: [
          { id: 'closed', tags: ['busy'], final: false },
          { id: 'open', tags: [], final: false },
          { id: 'gone', tags: [], final: true },
        ],
      });
    });

    test('of its events, with guards and effects, entries included, and what every state takes where it has no own way', () => {
      expect(graphOf(door).edges).toEqual([
        { from: 'closed', to: 'open', event: 'PUSH', guard: 'unlocked', actions: ['creak', 'shut'] },
        { from: 'closed', to: 'closed', event: 'KNOCK', actions: ['ring'] },
        { from: 'closed', to: 'gone', event: 'BURN', actions: [] },
        { from: 'open', to: 'closed', event: 'BURN', actions: [] },
      ]);
    });

    test('unless it has states inside states', () => {
      const nested = setup({}).createMachine({
        id: 'nested',
        initial: 'a',
        states: { a: { initial: 'b', states: { b: {} } } },
      });
      expect(() => graphOf(nested)).toThrow('the machine nested has states inside its state a');
    });
  });
});

describe('readDocComment', () => {
  const text = `
/** Another thing. */
export const other = 1;

/**
 * Opens a \`door\`,
 * slowly.
 */
export const door = 2;
export const bare = 3;
`;

  test.each([
    ['door', 'Opens a `door`, slowly.'],
    ['other', 'Another thing.'],
    ['bare', ''],
    ['gone', ''],
  ])('the doc comment of %s is found', (name, comment) => {
    expect(readDocComment(text, name)).toBe(comment);
  });
});
