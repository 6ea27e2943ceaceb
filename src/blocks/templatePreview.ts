import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from './elements';
import { asWritten, section, smallPrint } from './elements';

/** A template, or a card of its carousel, as the phone shows it; all texts in Rocket.Chat's Markdown. */
export interface PreviewPart {
  /** The number of a card, in words. */
  title?: string;
  header?: string;
  /** The address of a picture that can be shown. */
  picture?: string;
  body?: string;
  footer?: string;
  /** One line a button. */
  buttons: readonly string[];
}

/** The message as the customer will see it, between two lines, and below it how many characters are left. */
export function templatePreview(
  drawing: Drawing,
  { parts, left }: { parts: readonly PreviewPart[]; left?: string },
): LayoutBlock[] {
  const { appId } = drawing;
  return [
    { type: 'divider', appId, blockId: 'preview-begin' },
    smallPrint(drawing, 'preview-title', drawing.t('templates:preview')),
    ...parts.flatMap((part, at) => partBlocks(drawing, part, at)),
    ...(left ? [smallPrint(drawing, 'preview-left', left)] : []),
    { type: 'divider', appId, blockId: 'preview-end' },
  ];
}

function partBlocks(drawing: Drawing, part: PreviewPart, at: number): LayoutBlock[] {
  const { appId } = drawing;
  const { title, header, picture, body, footer, buttons } = part;
  const id = (name: string) => `preview-${at}-${name}`;
  const text = [title, header, body].filter((each) => each !== undefined && each !== '').join('\n');
  const lines = buttons.join('\n');
  return [
    ...(picture
      ? [
          {
            type: 'image' as const,
            appId,
            blockId: id('picture'),
            imageUrl: picture,
            altText: drawing.t('templates:picture'),
          },
        ]
      : []),
    ...(text === '' ? [] : [section(drawing, id('text'), asWritten(drawing, text))]),
    ...(footer ? [smallPrint(drawing, id('footer'), asWritten(drawing, footer))] : []),
    ...(lines === '' ? [] : [section(drawing, id('buttons'), asWritten(drawing, lines))]),
  ];
}
