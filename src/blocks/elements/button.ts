import type { ButtonElement } from '@rocket.chat/ui-kit';
import type { ActionId } from '../../handlers/interactions/ActionId';
import type { Drawing } from '../Drawing';
import { plainText } from './plainText';

interface ButtonFacts {
  blockId: string;
  actionId: ActionId;
  text: string;
  /** By `encodeValue`. */
  value?: string;
  style?: ButtonElement['style'];
}

/** A button; what it does is found by its action id in the table of block actions. */
export function button({ appId }: Drawing, { text, ...facts }: ButtonFacts): ButtonElement {
  return { type: 'button', appId, ...facts, text: plainText(text) };
}
