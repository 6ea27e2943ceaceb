import { useSyncExternalStore } from 'react';
import { emojiNames } from './emojiNames';

/** Finds the character of an emoji's name; draws again when rare names have arrived. */
export function useEmoji(): (name: string) => string | undefined {
  useSyncExternalStore(emojiNames.subscribe, emojiNames.current);
  return emojiNames.find;
}
