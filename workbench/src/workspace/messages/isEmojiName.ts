import joypixels from 'emojibase-data/en/shortcodes/joypixels.json';

let names: ReadonlySet<string> | undefined;

/** Whether Rocket.Chat takes `:name:` for a reaction: it knows JoyPixels' names. There are no pictures of the workspace's own here. */
export function isEmojiName(name: string): boolean {
  names ??= new Set(Object.values(joypixels).flat());
  return names.has(name.replaceAll(':', ''));
}
