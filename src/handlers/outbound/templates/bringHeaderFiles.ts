import type { IUpload } from '@rocket.chat/apps-engine/definition/uploads';
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

/** The type of media message that fits each header format. */
const FORMS: Readonly<Record<string, string>> = { image: 'image', video: 'video', gif: 'video' };

/** As the engine returns it. Visitors' uploads have no user. */
export type Upload = Pick<IUpload, 'room' | 'user'>;

interface Files {
  /** The digits of our number. */
  number: string;
  /** Whether an upload may be sent, and the sentence if it may not: a client can name any upload. */
  allowed: { is: (upload: Upload) => boolean; refusal: string };
  definition: TemplateDefinition;
  values: FieldValues;
}

/**
 * Uploads the files of a template's headers from Rocket.Chat to Meta, and returns the values with Meta's ids instead.
 *
 * @throws AppError with the sentence for the sender: a file cannot be loaded, may not be sent, or does not fit the
 * header
 */
export async function bringHeaderFiles(
  host: Host,
  connection: Connection,
  { number, allowed, definition, values }: Files,
): Promise<FieldValues> {
  const brought: Record<string, FieldValue | undefined> = { ...values };
  for (const { id, input } of fieldsOf(definition)) {
    const value = values[id];
    if (input.kind === 'media' && value?.kind === 'media' && 'upload' in value.source) {
      brought[id] = await bring(host, connection, {
        number,
        allowed,
        format: input.media,
        upload: value.source.upload,
      });
    }
  }
  return brought;
}

/** Only files of the customer's own conversation may be sent to them, whatever a client names. */
export function ofConversation({ number, customer }: Recipient, appId: string): Files['allowed'] {
  const is = ({ room }: Upload) => {
    const owner = readWhatsappRoom(room, appId);
    return owner?.number === number && owner.customer === customer;
  };
  return { is, refusal: 'errors:notInConversation' };
}

async function bring(
  host: Host,
  connection: Connection,
  { number, allowed, format, upload }: Pick<Files, 'number' | 'allowed'> & { format: string; upload: string },
): Promise<FieldValue> {
  const found = await host.read.getUploadReader().getById(upload);
  if (!allowed.is(found)) {
    throw new AppError({ kind: 'refused', retry: 'no', key: allowed.refusal });
  }
  const { id, name, type, size, room } = found;
  const { plan, bytes } = await loadUpload(host, { id, name, mimeType: type, size: Number(size) }, room);
  const { kind, mimeType, uploadName } = plan;
  if (format in FORMS && FORMS[format] !== kind) {
    const params = { name: escapeMarkdown(name) };
    throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:fileNotTaken', params });
  }
  const mediaId = await bringFile(host, connection, { number, name, mimeType, bytes, uploadName });
  return { kind: 'media', source: { id: mediaId }, filename: name };
}
