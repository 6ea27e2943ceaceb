import type { ReactNode } from 'react';
import { pick, pickText } from '../../../state/pick';
import { Markup } from '../../markup/Markup';
import type { BubbleProps } from '../BubbleProps';
import { HeaderMedia } from '../HeaderMedia';

/** Header, text and footer of an interactive message, and what can be tapped below them. */
export function InteractiveFrame({ shown, children }: BubbleProps & { readonly children: ReactNode }) {
  const interactive = pick(shown.message, 'interactive');
  const header = pick(interactive, 'header');
  const format = pickText(header, 'type');
  const title = pickText(header, 'text');
  const footer = pickText(interactive, 'footer', 'text');
  return (
    <>
      {format && <HeaderMedia format={format} media={pick(header, format)} />}
      {title && <strong className="ph-header">{title}</strong>}
      <Markup text={pickText(interactive, 'body', 'text') ?? ''} />
      {footer && <small className="ph-footer">{footer}</small>}
      {children}
    </>
  );
}
