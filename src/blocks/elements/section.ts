import type { SectionBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from '../Drawing';

/** A paragraph in Rocket.Chat's Markdown. */
export function section({ appId }: Drawing, blockId: string, markdown: string): SectionBlock {
  return { type: 'section', appId, blockId, text: { type: 'mrkdwn', text: markdown } };
}
