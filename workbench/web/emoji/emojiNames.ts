import { commonEmojis } from './commonEmojis';

type Names = ReadonlyMap<string, string>;

let names: Names = new Map(Object.entries(commonEmojis));
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

const character = (hexcode: string): string =>
  String.fromCodePoint(...hexcode.split('-').map((part) => Number.parseInt(part, 16)));

const load = async (): Promise<void> => {
  const { default: shortcodes } = await import('emojibase-data/en/shortcodes/joypixels.json');
  const found = new Map<string, string>();
  for (const [hexcode, own] of Object.entries(shortcodes)) {
    for (const name of [own].flat()) {
      found.set(name, character(hexcode));
    }
  }
  for (const [name, emoji] of Object.entries(commonEmojis)) {
    found.set(name, emoji);
  }
  names = found;
  listeners.forEach((listener) => listener());
};

/** All names of emoji; the rare ones are fetched when one is first met. */
export const emojiNames = {
  /** The character of a name without its colons, or undefined while it is not known. */
  find: (name: string): string | undefined => {
    const emoji = names.get(name);
    if (!emoji) {
      loading ??= load();
    }
    return emoji;
  },
  current: (): Names => names,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
