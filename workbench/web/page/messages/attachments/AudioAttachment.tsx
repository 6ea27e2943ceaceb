import { useWorkspace } from '../../../workspace/useWorkspace';
import type { AttachmentProps } from './AttachmentProps';
import { Caption } from './Caption';
import { FileTitle } from './FileTitle';

/** A sound to play. */
export function AudioAttachment({ attachment }: AttachmentProps) {
  const { api } = useWorkspace();
  return (
    <>
      <FileTitle title={attachment.title} link={attachment.title_link} size={attachment.size} />
      <audio
        controls
        preload="metadata"
        aria-label={attachment.title ?? attachment.description}
        src={api.fileUrl(attachment.audio_url ?? '')}
      />
      <Caption text={attachment.description} />
    </>
  );
}
