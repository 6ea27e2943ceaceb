import type { AttachmentDocument, MessageDocument } from '../documents/MessageDocument';

/** Whether an attachment is a quote: those are never taken as given, but rebuilt at each save. */
function isQuote(attachment: AttachmentDocument): boolean {
  return attachment.message_link !== undefined && attachment.text !== undefined;
}

/** The id of the message that this link of the workspace jumps to. */
function linkedMessageId(url: string, siteUrl: string): string | undefined {
  if (!url.includes(siteUrl)) return undefined;
  try {
    return new URL(url).searchParams.get('msg') ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * The attachments of a message with its quotes rebuilt: each link to a message of this workspace (`…?msg=<id>`) that its
 * sender may read becomes a quote. What the sender put in as a quote is dropped. `mayQuote` finds such a message.
 */
export function quoteAttachments(
  message: MessageDocument,
  siteUrl: string,
  chainLimit: number,
  mayQuote: (id: string) => MessageDocument | undefined,
): AttachmentDocument[] {
  const kept = (message.attachments ?? []).filter((attachment) => !isQuote(attachment));
  const quotes = (message.urls ?? []).flatMap(({ url }) => {
    const id = linkedMessageId(url, siteUrl);
    const quoted = id === undefined ? undefined : mayQuote(id);
    return quoted ? [quote(quoted, url, chainLimit)] : [];
  });
  return [...quotes, ...kept];
}

function quote(message: MessageDocument, link: string, chainLimit: number): AttachmentDocument {
  const attachments = (message.attachments ?? []).filter((attachment) => chainLimit > 1 || !isQuote(attachment));
  return {
    text: message.msg,
    author_name: message.alias ?? message.u.username,
    author_icon: `/avatar/${message.u.username}`,
    message_link: link,
    ...(attachments.length > 0 && { attachments }),
    ts: message.ts,
  };
}

/** Links of a message's text, as Rocket.Chat finds them: in plain text and inside Markdown links. */
export function parseUrls(text: string): { url: string }[] {
  const urls = text.match(/https?:\/\/[^\s<>"'\])]+/g) ?? [];
  return [...new Set(urls)].map((url) => ({ url }));
}
