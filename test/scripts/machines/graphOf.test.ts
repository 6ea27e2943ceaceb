import { setup } from 'xstate';
import { graphOf } from '../../../scripts/machines/graphOf';

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
