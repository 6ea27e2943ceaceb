import { useWorkspace } from '../../../workspace/useWorkspace';
import type { AttachmentProps } from './AttachmentProps';
import { Caption } from './Caption';
import { FileTitle } from './FileTitle';

/** A film to play. */
export function VideoAttachment({ attachment }: AttachmentProps) {
  const { api } = useWorkspace();
  return (
    <>
      <FileTitle title={attachment.title} link={attachment.title_link} size={attachment.size} />
      <video
        className="wb-attachment-image"
        controls
        preload="metadata"
        aria-label={attachment.title ?? attachment.description}
        src={api.fileUrl(attachment.video_url ?? '')}
      />
      <Caption text={attachment.description} />
    </>
  );
}
