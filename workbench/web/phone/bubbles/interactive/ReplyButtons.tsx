import { pickList, pickText } from '../../../state/pick';
import type { BubbleProps } from '../BubbleProps';
import { TapButton } from '../TapButton';

/** Up to three answers to tap. */
export function ReplyButtons({ shown }: BubbleProps) {
  return pickList(shown.message, 'interactive', 'action', 'buttons').map((button, index) => {
    const id = pickText(button, 'reply', 'id') ?? '';
    const title = pickText(button, 'reply', 'title') ?? '';
    return (
      <TapButton
        key={index}
        wamid={shown.wamid}
        text={title}
        answer={{ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } }}
      />
    );
  });
}
