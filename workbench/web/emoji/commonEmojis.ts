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
