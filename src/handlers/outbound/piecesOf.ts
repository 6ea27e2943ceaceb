import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { uploadMedia } from '../dialog360/uploadMedia';
import type { Host } from '../Host';
import { markdownToWhatsApp } from '../markup/markdownToWhatsApp';
import { loadUpload } from './loadUpload';
import { mediaTypeOf } from './mediaTypeOf';
import type { Piece } from './Piece';
import { textOfMessage } from './textOfMessage';
import { textPieces } from './textPieces';
import { withAgentName } from './withAgentName';

/** Meta: a caption holds 1024 characters; a longer one goes as a text of its own. */
const CAPTION_LIMIT = 1024;

/**
 * What an agent's message becomes on WhatsApp, in order: its files, brought to Meta one by one, with the text as their
 * caption, or its text in as many pieces as WhatsApp's limit asks for. A file is loaded when it is its turn.
 */
export async function* piecesOf(host: Host, message: IMessage): AsyncGenerator<Piece> {
  const files = message.files?.length ? message.files : message.file ? [message.file] : [];
  if (files.length === 0) {
    const written = markdownToWhatsApp(textOfMessage(message));
    const said = withAgentName(written, message.sender, await host.memory.settings.get('agentsDisplayInfo'));
    yield* textPieces(written, said.slice(0, said.length - written.length));
    return;
  }
  let unsaid = markdownToWhatsApp(captionOf(message));
  for (const file of files) {
    const bytes = await loadUpload(host, file);
    const type = mediaTypeOf(file.type, bytes.length);
    const caption = type !== 'audio' && unsaid.length <= CAPTION_LIMIT ? unsaid : '';
    unsaid = caption ? '' : unsaid;
    const words = { ...(type === 'document' ? { filename: file.name } : {}), ...(caption ? { caption } : {}) };
    const upload = { content: bytes, mimeType: file.type, fileName: file.name };
    yield {
      id: `file ${file._id}`,
      hasFile: true,
      content: async (connection) => ({ type, [type]: { id: await uploadMedia(connection, upload), ...words } }),
    };
  }
  yield* textPieces(unsaid);
}

/** Rocket.Chat keeps what was written with a file in the text or, from its upload dialogue, in the attachment. */
function captionOf({ text, attachments }: IMessage): string {
  return text?.trim() || (attachments?.[0]?.description ?? '');
}
