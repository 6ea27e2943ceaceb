import { subcommands } from '../../../src/handlers/commands/subcommands';

test('only support and help are open to everybody', () => {
  const open = Object.entries(subcommands).filter(([, { who }]) => who === 'everybody');
  expect(open.map(([name]) => name).sort()).toEqual(['help', 'support']);
});

test('names are typed in small letters', () => {
  for (const name of Object.keys(subcommands)) expect(name).toBe(name.toLowerCase());
});
