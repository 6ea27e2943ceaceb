import { Box, FramedIcon } from '@rocket.chat/fuselage';
import type { VideoConferenceBlock as VideoConferenceLayout } from '@rocket.chat/ui-kit';
import { words } from '../../words';
import type { BlockProps } from '../BlockProps';

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
