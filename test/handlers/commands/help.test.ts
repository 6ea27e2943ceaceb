import { subcommandNames } from '../../../src/handlers/core/commandNames';
import { closestName } from '../../../src/handlers/entry/commands/help';

test.each([
  ['conect', 'connect'],
  ['CONNECT', 'connect'],
  ['disconnect', 'connect'],
  ['number', 'numbers'],
  ['suport', 'support'],
  ['hepl', 'help'],
  ['docter', 'doctor'],
])('%s probably means %s', (typed, meant) => {
  expect(closestName(typed)).toBe(meant);
});

test.each(['', 'x', 'something else', 'a'.repeat(2_000), '__proto__'])('"%s" means nothing that we know', (typed) => {
  expect(closestName(typed)).toBeUndefined();
});

test('every name means itself', () => {
  for (const name of subcommandNames) expect(closestName(name)).toBe(name);
});
