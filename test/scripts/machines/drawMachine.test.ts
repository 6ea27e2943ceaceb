import { setup } from 'xstate';
import { drawMachine } from '../../../scripts/machines/drawMachine';

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
