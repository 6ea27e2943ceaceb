import { subcommandNames } from '../../../src/handlers/core/commandNames';
import { subcommands } from '../../../src/handlers/entry/commands/subcommands';
import { readLocale } from '../../../src/handlers/core/translation/readLocale';

describe('subcommands', () => {
  test('only support and help are open to everybody', () => {
    const open = Object.entries(subcommands).filter(([, { who }]) => who === 'everybody');
    expect(open.map(([name]) => name).sort()).toEqual(['help', 'support']);
  });

  test('names are typed in small letters', () => {
    for (const name of Object.keys(subcommands)) expect(name).toBe(name.toLowerCase());
  });
});

describe('subcommandNames', () => {
  test('help lists exactly the sub-commands that are there, each with its sentence', () => {
    expect([...subcommandNames].sort()).toEqual(Object.keys(subcommands).sort());
    const texts = readLocale('en', 'commands');
    for (const name of subcommandNames) expect(texts[name]).toContain('{{command}}');
  });
});
