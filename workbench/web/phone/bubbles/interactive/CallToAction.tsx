import { safeUrl } from '../../../markdown/safeUrl';
import { pick, pickText } from '../../../state/pick';
import type { BubbleProps } from '../BubbleProps';

/** A button that leads to an address. */
export function CallToAction({ shown }: BubbleProps) {
  const parameters = pick(shown.message, 'interactive', 'action', 'parameters');
  return (
    <a className="ph-tap" href={safeUrl(pickText(parameters, 'url') ?? '')} target="_blank" rel="noopener noreferrer">
      {pickText(parameters, 'display_text')}
    </a>
  );
}
