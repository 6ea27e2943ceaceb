import {
  Box,
  FramedIcon,
  MessageGenericPreview,
  MessageGenericPreviewContent,
  MessageGenericPreviewCoverImage,
  MessageGenericPreviewDescription,
  MessageGenericPreviewFooter,
  MessageGenericPreviewThumb,
  MessageGenericPreviewTitle,
} from '@rocket.chat/fuselage';
import type {
  InfoCardBlock as InfoCardLayout,
  PreviewBlock as PreviewLayout,
  VideoConferenceBlock as VideoConferenceLayout,
} from '@rocket.chat/ui-kit';
import { isPreviewBlockWithPreview, isPreviewBlockWithThumb } from '@rocket.chat/ui-kit';
import { words } from '../../words';
import { IconElement } from '../elements/plainElements';
import type { BlockProps } from '../UiKitContext';
import { ContextBlock } from './plainBlocks';

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

/** Rows of symbols and texts with an action at the end, as after a call. */
export function InfoCardBlock({ block, renderer, context, index }: BlockProps<InfoCardLayout>) {
  return (
    <Box
      maxWidth="345px"
      overflow="hidden"
      color="default"
      backgroundColor="surface-tint"
      borderWidth="default"
      borderStyle="solid"
      borderColor="extra-light"
      borderRadius="x4"
    >
      {block.rows.map((row, at) => (
        <Box
          key={at}
          padding={16}
          display="flex"
          alignItems="center"
          justifyContent="space-between"
          backgroundColor={row.background === 'default' ? 'surface-light' : undefined}
        >
          <Box display="flex" alignItems="center" marginInline={-4} fontScale="p1">
            {row.elements.map((element, part) => (
              <Box key={part} marginInline={4}>
                {element.type === 'icon' ? (
                  <IconElement block={element} renderer={renderer} context={context} index={index} />
                ) : (
                  renderer.renderTextObject(element, part)
                )}
              </Box>
            ))}
          </Box>
          {row.action && renderer.renderActionsBlockElement(row.action, at)}
        </Box>
      ))}
    </Box>
  );
}

/** A call's card. The workbench has no calls, so it shows the place that the client would fill. */
export function VideoConferenceBlock({ block }: BlockProps<VideoConferenceLayout>) {
  return (
    <Box
      display="flex"
      alignItems="center"
      maxWidth="345px"
      padding={16}
      backgroundColor="surface-tint"
      borderWidth="default"
      borderStyle="solid"
      borderColor="extra-light"
      borderRadius="x4"
    >
      <FramedIcon icon="video" neutral />
      <Box marginInlineStart={8} fontScale="p2b" withTruncatedText title={block.callId}>
        {words.uikit.videoCall}
      </Box>
    </Box>
  );
}
