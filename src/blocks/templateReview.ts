import type { Drawing } from './Drawing';
import { actions } from './elements/actions';
import { button } from './elements/button';
import { section } from './elements/section';
import { modal } from './modal';
import type { ModalScreen } from './ModalScreen';
import { templatePreview, type PreviewPart } from './templatePreview';

/** The last step before a template goes out: to whom, from which number, at which price class, and what they see. */
export function templateReview(
  drawing: Drawing,
  { heading, parts, notice }: { heading: string; parts: readonly PreviewPart[]; notice?: string },
): ModalScreen {
  const { t } = drawing;
  const blockId = 'review-actions';
  return modal(drawing, {
    title: t('templates:reviewTitle'),
    submit: t('templates:send'),
    close: t('templates:later'),
    blocks: [
      ...(notice ? [section(drawing, 'notice', notice)] : []),
      section(drawing, 'heading', heading),
      ...templatePreview(drawing, { parts }),
      actions(drawing, blockId, [button(drawing, { blockId, actionId: 'go-back', text: t('templates:back') })]),
    ],
  });
}
