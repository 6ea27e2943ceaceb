import type { Attachment } from '../../../documents/Attachment';

/** What each kind of attachment gets. */
export type AttachmentProps = { readonly attachment: Attachment };
