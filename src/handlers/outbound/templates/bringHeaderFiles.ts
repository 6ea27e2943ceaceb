import type { Connection } from '../../dialog360/Connection';
import { AppError } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { readWhatsappRoom } from '../../omnichannel/whatsappRoom';
import { escapeMarkdown } from '../../whatsapp/markup/whatsAppToMarkdown';
import type { TemplateDefinition } from '../../whatsapp/templateDefinition';
import { fieldsOf } from '../../whatsapp/templateFields';
import type { FieldValue, FieldValues } from '../../whatsapp/templateMessage';
import type { Recipient } from '../Outgoing';
import { loadUpload } from '../pieces/agentFiles';
import { bringFile } from '../pieces/bringFile';

/** The form of a message in which a file fits a header of this format. */
const FORMS: Readonly<Record<string, string>> = { image: 'image', video: 'video', gif: 'video' };

interface Files {
  recipient: Recipient;
  definition: TemplateDefinition;
  values: FieldValues;
}

/**
 * Brings the files of a template's headers that lie in Rocket.Chat to Meta, and gives the values with Meta's ids in their
 * place. Only files of the customer's own conversation go to them, whatever a client names.
 *
 * @throws AppError with what the sender is told: a file cannot be had, may not go, or is not what the header wants
 */
export async function bringHeaderFiles(
  host: Host,
  connection: Connection,
  { recipient, definition, values }: Files,
): Promise<FieldValues> {
  const brought: Record<string, FieldValue | undefined> = { ...values };
  for (const { id, input } of fieldsOf(definition)) {
    const value = values[id];
    if (input.kind === 'media' && value?.kind === 'media' && 'upload' in value.source) {
      brought[id] = await bring(host, connection, { recipient, format: input.media, upload: value.source.upload });
    }
  }
  return brought;
}

async function bring(
  host: Host,
  connection: Connection,
  { recipient, format, upload }: { recipient: Recipient; format: string; upload: string },
): Promise<FieldValue> {
  const { id, name, type, size, room } = await host.read.getUploadReader().getById(upload);
  const { number, customer } = recipient;
  const owner = readWhatsappRoom(room, host.app.id);
  if (owner?.number !== number || owner.customer !== customer) {
    throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:notInConversation' });
  }
  const { plan, bytes } = await loadUpload(host, { id, name, mimeType: type, size: Number(size) }, room);
  const { kind, mimeType, uploadName } = plan;
  if (format in FORMS && FORMS[format] !== kind) {
    const params = { name: escapeMarkdown(name) };
    throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:fileNotTaken', params });
  }
  const mediaId = await bringFile(host, connection, { number, name, mimeType, bytes, uploadName });
  return { kind: 'media', source: { id: mediaId }, filename: name };
}
