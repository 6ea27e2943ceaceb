import type { ContextBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from '../Drawing';
import { plainText } from './plainText';

/** A line in small letters, as it is written. */
export function smallPrint({ appId }: Drawing, blockId: string, text: string): ContextBlock {
  return { type: 'context', appId, blockId, elements: [plainText(text)] };
}
