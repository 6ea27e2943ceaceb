import type { SectionBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from '../Drawing';

/** What Rocket.Chat would make something of. A text without it is shown as it is: even a name such as "Rocket.Chat" is a link in Markdown. */
const MARKS = /[*_~`[\]<>:#\n]/;

/** A paragraph, in Rocket.Chat's Markdown where it has marks. */
export function section({ appId }: Drawing, blockId: string, text: string): SectionBlock {
  return { type: 'section', appId, blockId, text: { type: MARKS.test(text) ? 'mrkdwn' : 'plain_text', text } };
}
