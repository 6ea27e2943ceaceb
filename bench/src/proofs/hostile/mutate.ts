import { randomNumbers } from '../randomNumbers';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What is put in the place of something: other types, sizes and depths, and texts that programs stumble over. */
const STRANGE: readonly (() => string)[] = [
  () => 'null',
  () => 'true',
  () => '[]',
  () => '{}',
  () => '""',
  () => '-1',
  () => '1e308',
  () => '9007199254740993',
  () => '"551155550100; DROP TABLE"',
  () => '"\\ud800"',
  () => '"\\u0000\\u202e<script>alert(1)</script>"',
  () => '"../../../../etc/passwd"',
  () => '"http://169.254.169.254/latest/meta-data"',
  () => JSON.stringify('é\u{1f9d1}\u200d\u{1f33e}'.repeat(2_000)),
  () => JSON.stringify('x'.repeat(50_000)),
  () => `[${'1,'.repeat(3_000)}1]`,
  () => `${'['.repeat(60)}${']'.repeat(60)}`,
  () => '{"__proto__":{"isAdmin":true}}',
  () => '{"constructor":{"prototype":{"kind":"text"}}}',
  () => '{"toString":1,"valueOf":2,"length":-1,"then":3}',
];

/** Bytes. Rocket.Chat refuses more before the app is asked. */
const LARGEST = 90_000;

/**
 * A body that was changed in up to four places: something missing, doubled, of another type, or strange. The same one for the
 * same seed. It is JSON of less than 100 kB.
 */
export function mutate(body: string, seed: number): string {
  const random = randomNumbers(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  let text = body;
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
    const changed = changeOne(text, random, pick(STRANGE)?.() ?? 'null');
    text = Buffer.byteLength(changed) < LARGEST ? changed : text;
  }
  return text;
}

/** A key that is in no body, where the strange value goes as it is written: `__proto__` would not survive an object. */
const MARK = '\u2063hostile\u2063';

const parseJson: (text: string) => Json = JSON.parse;

function changeOne(text: string, random: () => number, strange: string): string {
  const root = parseJson(text);
  const holders: (Json[] | { [key: string]: Json })[] = [];
  const walk = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    holders.push(value);
    Object.values(value).forEach(walk);
  };
  walk(root);
  const holder = holders[Math.floor(random() * holders.length)] ?? {};
  const keys = Object.keys(holder);
  const key = keys[Math.floor(random() * keys.length)] ?? '0';
  const change = random();
  if (Array.isArray(holder)) {
    const at = Number(key);
    if (change < 0.3) holder.splice(at, 1);
    else if (change < 0.5) holder.push(...holder.slice(0, 3));
    else holder[at] = MARK;
  } else if (change < 0.3) {
    Reflect.deleteProperty(holder, key);
  } else if (change < 0.4) {
    Object.assign(holder, { [`${key}\u200b`]: holder[key], ['"']: MARK });
  } else {
    Object.assign(holder, { [key]: MARK });
  }
  return JSON.stringify(root).replace(JSON.stringify(MARK), () => strange);
}
