import { shortcutList } from '../../src/blocks/setupMessages';
import { subcommandNames } from '../../src/handlers/core/commandNames';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { shownTexts } from '../support/shownTexts';

test('every shortcut has its line', () => {
  const block = shortcutList(drawing);
  expectWellDrawn([block]);
  expect(shownTexts(block)[0]?.split('\n')).toEqual([
    'commands:intro',
    ...subcommandNames.map(
      (name, index) => `${index + 1}. commands:${name} {"command":"/whatsapp-360d-cloud ${name}"}`,
    ),
  ]);
});
