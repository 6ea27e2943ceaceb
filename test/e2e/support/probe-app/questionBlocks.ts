import type { LayoutBlock } from '@rocket.chat/ui-kit';

/** A question with Yes and No, and a button that opens the modal. */
export function questionBlocks(question: string): LayoutBlock[] {
  const button = (actionId: string, text: string) => ({
    type: 'button' as const,
    appId: '',
    blockId: 'answer',
    actionId,
    value: actionId,
    text: { type: 'plain_text' as const, text },
  });
  return [
    { type: 'section', blockId: 'question', text: { type: 'mrkdwn', text: question } },
    {
      type: 'actions',
      blockId: 'answer',
      elements: [button('yes', 'Yes'), button('no', 'No'), button('open', 'Open')],
    },
  ];
}
