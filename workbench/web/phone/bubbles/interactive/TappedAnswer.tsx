import { pick, pickText } from '../../../state/pick';
import { Markup } from '../../markup/Markup';
import type { BubbleProps } from '../BubbleProps';

/** What a customer tapped: the title of a button or row, or the answer of a form. */
export function TappedAnswer({ shown }: BubbleProps) {
  const interactive = pick(shown.message, 'interactive');
  const type = pickText(interactive, 'type') ?? '';
  const answer = pick(interactive, type);
  const text = pickText(answer, 'title') ?? pickText(answer, 'body') ?? pickText(answer, 'name') ?? type;
  const description = pickText(answer, 'description');
  return (
    <>
      <Markup text={text} />
      {description && <small className="ph-footer">{description}</small>}
    </>
  );
}
