import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Connection } from '../dialog360/Connection';
import { uploadMedia } from '../dialog360/uploadMedia';
import type { Host } from '../Host';
import { markdownToWhatsApp } from '../markup/markdownToWhatsApp';
import type { Outgoing } from './Outgoing';
import { mediaTypeOf } from './mediaTypeOf';
import { splitText } from './splitText';
import { withAgentName } from './withAgentName';

/** Meta: a caption holds 1024 characters; a longer one goes as a text of its own. */
const CAPTION_LIMIT = 1024;

/**
 * What an agent's message becomes on WhatsApp, in order: its files, brought to Meta, with the text as their caption, or
 * its text in as many pieces as WhatsApp's limit asks for.
 *
 * @throws AppError when a file could not be brought to Meta
 */
export async function contentsOf(
  host: Host,
  connection: Connection,
  message: IMessage,
): Promise<Outgoing['content'][]> {
  const agentsDisplayInfo = await host.memory.settings.get('agentsDisplayInfo');
  const files = message.files?.length ? message.files : message.file ? [message.file] : [];
  const written = markdownToWhatsApp(files.length > 0 ? captionOf(message) : (message.text ?? ''));
  if (files.length === 0) {
    return texts(withAgentName(written, message.sender, agentsDisplayInfo));
  }
  const contents: Outgoing['content'][] = [];
  let unsaid = written;
  for (const file of files) {
    const content = await host.read.getUploadReader().getBufferById(file._id);
    const id = await uploadMedia(connection, { content, mimeType: file.type, fileName: file.name });
    const type = mediaTypeOf(file.type, content.length);
    const caption = type !== 'audio' && unsaid.length <= CAPTION_LIMIT ? unsaid : '';
    unsaid = caption ? '' : unsaid;
    const name = type === 'document' ? { filename: file.name } : {};
    contents.push({ type, [type]: { id, ...name, ...(caption ? { caption } : {}) } });
  }
  return [...contents, ...texts(unsaid)];
}

/** Rocket.Chat keeps what was written with a file in the text or, from its upload dialogue, in the attachment. */
function captionOf({ text, attachments }: IMessage): string {
  return text?.trim() || (attachments?.[0]?.description ?? '');
}

function texts(text: string): Outgoing['content'][] {
  return splitText(text)
    .filter((piece) => piece.trim() !== '')
    .map((body) => ({ type: 'text', text: { body, preview_url: body.includes('http') } }));
}
