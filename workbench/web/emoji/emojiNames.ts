import { useSyncExternalStore } from 'react';

/** The emoji offered first in the picker, by the name that Rocket.Chat gives them. */
export const commonEmojis: Readonly<Record<string, string>> = {
  thumbsup: '👍',
  heart: '❤️',
  joy: '😂',
  open_mouth: '😮',
  cry: '😢',
  pray: '🙏',
  smile: '😄',
  tada: '🎉',
  clap: '👏',
  fire: '🔥',
  eyes: '👀',
  thumbsdown: '👎',
  white_check_mark: '✅',
  wave: '👋',
  thinking: '🤔',
  rocket: '🚀',
};

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

/** All names of emoji; the rare ones are fetched at the beginning, so that no message shows a name in place of an emoji. */
export const emojiNames = {
  fetch: (): void => {
    loading ??= load();
  },
  /** The character of a name without its colons, or undefined while it is not known. */
  find: (name: string): string | undefined => {
    const emoji = names.get(name);
    if (!emoji) {
      emojiNames.fetch();
    }
    return emoji;
  },
  current: (): Names => names,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Finds the character of an emoji's name; draws again when rare names have arrived. */
export function useEmoji(): (name: string) => string | undefined {
  useSyncExternalStore(emojiNames.subscribe, emojiNames.current);
  return emojiNames.find;
}
