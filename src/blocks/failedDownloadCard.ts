import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { encodeValue } from '../handlers/interactions/actionValue';
import type { Drawing } from './Drawing';
import { actions } from './elements/actions';
import { button } from './elements/button';
import { section } from './elements/section';

/** A customer's file that could not be fetched from WhatsApp. */
export interface FailedDownloadFacts {
  /** What happened, Markdown. */
  text: string;
  /** Of the message that the file came with. */
  wamid: string;
}

/** The card in the place of a file that could not be fetched, with a button that tries again. */
export function failedDownloadCard(drawing: Drawing, { text, wamid }: FailedDownloadFacts): LayoutBlock[] {
  const again = button(drawing, {
    blockId: 'media-actions',
    actionId: 'fetch-media',
    text: drawing.t('media:tryAgain'),
    value: encodeValue({ wamid }),
  });
  return [section(drawing, 'media-failure', text), actions(drawing, 'media-actions', [again])];
}
