import { subcommandNames } from '../../../src/handlers/commands/subcommandNames';
import { subcommands } from '../../../src/handlers/commands/subcommands';
import { readLocale } from '../../../src/handlers/translation/readLocale';

test('help lists exactly the sub-commands that are there, each with its sentence', () => {
  expect([...subcommandNames].sort()).toEqual(Object.keys(subcommands).sort());
  const texts = readLocale('en', 'commands');
  for (const name of subcommandNames) expect(texts[name]).toContain('{{command}}');
});
