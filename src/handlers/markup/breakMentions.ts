import { invisible } from './invisible';

const EVERYBODY = /@(?=(?:all|here)(?![\w-]))/gi;

/** Keeps `@all` and `@here` from waking everybody: Rocket.Chat looks for them also in code. */
export function breakMentions(text: string): string {
  return text.replace(EVERYBODY, `@${invisible}`);
}
