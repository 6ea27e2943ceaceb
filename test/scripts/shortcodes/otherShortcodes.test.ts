import { otherShortcodes } from '../../../scripts/shortcodes/otherShortcodes';
import stored from '../../../src/handlers/whatsapp/otherShortcodes.json';

test('the names of emoji in the app are those of the data that it uses (`npx tsx scripts/shortcodes.ts` writes them)', () => {
  expect(stored).toEqual(otherShortcodes());
});

test('a name that JoyPixels knows itself is not told again, whatever others mean by it', () => {
  for (const name of ['smile', 'thumbsup', 'om', 'pouting_face']) {
    expect(otherShortcodes()).not.toHaveProperty(name);
  }
});
