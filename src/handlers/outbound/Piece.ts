import type { OfferedOption } from '../whatsapp/quickReplies';
import type { Connection } from '../dialog360/Connection';

/** The body for `POST /messages` without its address: `{ type: 'text', text: … }`. */
export type Content = { type: string } & Record<string, unknown>;

/** One of the WhatsApp messages that a message becomes. */
export interface Piece {
  /** Knows the same piece again when the message is sent again. */
  id: string;
  /** Its file is brought to Meta first, which may take two minutes. */
  hasFile: boolean;
  /** The quick replies that it offers. */
  options?: OfferedOption[];
  /** They stand in its text, numbered. */
  isNumbered?: boolean;
  /**
   * What goes out. Called when its record is written.
   *
   * @throws AppError when a file could not be brought to Meta
   */
  content(connection: Connection): Promise<Content>;
}
