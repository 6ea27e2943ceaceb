import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { languages } from '../../src/locales/languages';
import { repositoryRoot } from './support/repository';

// What the listing in Rocket.Chat's marketplace needs, by its guidelines for content and graphics (developer.rocket.chat,
// "App Submission to the Marketplace").

const LONGEST = { short: 45, long: 1000 };

const Listing = v.strictObject({
  name: v.string(),
  categories: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(4)),
  purchaseType: v.literal('free'),
  screenshots: v.pipe(v.array(v.string()), v.minLength(3)),
  texts: v.record(
    v.string(),
    v.strictObject({
      short: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST.short)),
      long: v.pipe(v.string(), v.minLength(300), v.maxLength(LONGEST.long)),
    }),
  ),
});

const read = (path: string) => readFileSync(join(repositoryRoot, path));
const listing = v.parse(Listing, JSON.parse(read('docs/marketplace/listing.json').toString('utf8')));
const manifest = v.parse(
  v.looseObject({
    name: v.string(),
    description: v.string(),
    author: v.object({ name: v.string(), homepage: v.string(), support: v.string() }),
  }),
  JSON.parse(read('app.json').toString('utf8')),
);

/** Width and height of a PNG, and whether it may be see-through: the first fields of its header. */
function pngOf(path: string) {
  const header = read(path);
  const [width, height, colours] = [header.readUInt32BE(16), header.readUInt32BE(20), header.readUInt8(25)];
  return { width, height, isOpaque: colours === 0 || colours === 2 || colours === 3 };
}

test('the listing has the name of the app, and texts in each of its languages', () => {
  expect(listing.name).toBe(manifest.name);
  expect(Object.keys(listing.texts).sort()).toEqual(languages.map(({ tag }) => tag).sort());
});

test('no two languages say the same, and each names WhatsApp, 360dialog and the Cloud API', () => {
  const texts = Object.entries(listing.texts);
  expect(new Set(texts.map(([, { long }]) => long)).size).toBe(texts.length);
  for (const word of ['360dialog', 'Cloud API', 'Rocket.Chat']) {
    expect(texts.filter(([, { long }]) => !long.includes(word)).map(([tag]) => tag)).toEqual([]);
  }
});

test('the icon and the screenshots have the sizes of the marketplace and are opaque', () => {
  expect(pngOf('assets/icon.png')).toEqual({ width: 256, height: 256, isOpaque: true });
  const sizes = listing.screenshots.map((name) => pngOf(`docs/pictures/${name}`));
  expect(sizes).toEqual(listing.screenshots.map(() => ({ width: 960, height: 540, isOpaque: true })));
});

test('the manifest’s description fits, and its addresses are none of Rocket.Chat’s', () => {
  expect(manifest.description.length).toBeLessThanOrEqual(160);
  const { homepage, support } = manifest.author;
  expect([homepage, support].filter((address) => /rocket\.?chat/i.test(address))).toEqual([]);
});
