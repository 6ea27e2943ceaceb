import { pickText } from '../../../state/pick';
import type { LintRule } from '../LintRule';

const bare = (text: string): string => text.replace(/[*_~`>#\s]+/g, ' ').trim();

/** A message with blocks does not show its text; phones' notifications and searches do. */
export const messageTextHidden: LintRule = {
  id: 'message-text-hidden',
  check: ({ surface, blocks, text }) => {
    if (surface !== 'message' || !text || blocks.length === 0) {
      return [];
    }
    const shown = bare(blocks.map(({ block }) => pickText(block, 'text', 'text') ?? '').join(' '));
    return shown.includes(bare(text))
      ? []
      : [{ path: 'text', message: 'The text of a message with blocks is not shown: repeat it in a section.' }];
  },
};
