import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { isRecord } from '../state/isRecord';

/**
 * Blocks from a message or view; undefined when it is not a list. Entries without a type are left out: nothing could draw
 * them.
 */
export function readBlocks(value: unknown): LayoutBlock[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const typed: unknown = value.filter((block) => isRecord(block) && typeof block['type'] === 'string');
  return typed as LayoutBlock[];
}
