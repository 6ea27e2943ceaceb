import type { Translate } from '../translation/Translate';
import type { MessageContent } from '../webhook/MessageContent';
import { nameKind } from './nameKind';

/** Types that are called otherwise than WhatsApp's word for them. */
const names: Partial<Record<MessageContent['type'], string>> = {
  option: 'button',
  flow: 'interactive',
  'call-permission': 'interactive',
  payment: 'interactive',
};

/** What a content is, in a word or two ("Photo", "Voice message"): for the line that says a file could not be fetched. */
export function describeContent(content: MessageContent, t: Translate): string {
  const isVoice = content.type === 'audio' && content.isVoice;
  return nameKind(isVoice ? 'voice' : (names[content.type] ?? content.type), t);
}
