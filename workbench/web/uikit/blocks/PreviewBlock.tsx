import {
  Box,
  MessageGenericPreview,
  MessageGenericPreviewContent,
  MessageGenericPreviewCoverImage,
  MessageGenericPreviewDescription,
  MessageGenericPreviewFooter,
  MessageGenericPreviewThumb,
  MessageGenericPreviewTitle,
} from '@rocket.chat/fuselage';
import { isPreviewBlockWithPreview, isPreviewBlockWithThumb } from '@rocket.chat/ui-kit';
import type { PreviewBlock as PreviewLayout } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { ContextBlock } from './ContextBlock';

const THUMB = { width: 368, height: 192 };

/** A link's preview. Without `externalUrl` fuselage loses the title, here as in the client. */
export function PreviewBlock({ block, renderer }: BlockProps<PreviewLayout>) {
  const wide = isPreviewBlockWithPreview(block) ? block : undefined;
  const thumb = isPreviewBlockWithThumb(block) && (
    <MessageGenericPreviewThumb>
      <MessageGenericPreviewCoverImage url={block.thumb.url} {...THUMB} />
    </MessageGenericPreviewThumb>
  );
  return (
    <Box>
      <MessageGenericPreview>
        {wide?.preview.dimensions && (
          <MessageGenericPreviewCoverImage url={wide.preview.url} {...wide.preview.dimensions} />
        )}
        <MessageGenericPreviewContent thumb={thumb || undefined}>
          {Array.isArray(block.title) && (
            <MessageGenericPreviewTitle externalUrl={wide?.externalUrl}>
              {block.title.map((text, index) => renderer.renderTextObject(text, index))}
            </MessageGenericPreviewTitle>
          )}
          {Array.isArray(block.description) && (
            <MessageGenericPreviewDescription clamp>
              {block.description.map((text, index) => renderer.renderTextObject(text, index))}
            </MessageGenericPreviewDescription>
          )}
          {block.footer && (
            <MessageGenericPreviewFooter>
              <ContextBlock block={block.footer} renderer={renderer} />
            </MessageGenericPreviewFooter>
          )}
        </MessageGenericPreviewContent>
      </MessageGenericPreview>
    </Box>
  );
}
