import type { WhatsAppError } from './EventBase';

export interface TextContent {
  type: 'text';
  body: string;
}

export interface MediaContent {
  type: 'image' | 'video' | 'audio' | 'document' | 'sticker';
  /** Meta's id of the file. */
  id: string;
  /** A signed address that lives five minutes. */
  url?: string;
  mimeType?: string;
  /** Base64, as Meta writes it; older bodies have it in hex. */
  sha256?: string;
  caption?: string;
  filename?: string;
  /** Recorded in the chat. */
  isVoice?: true;
}

export interface LocationContent {
  type: 'location';
  latitude?: number;
  longitude?: number;
  name?: string;
  address?: string;
  url?: string;
}

export interface ContactCard {
  name?: string;
  organisation?: string;
  phones: { number: string; waId?: string; label?: string }[];
  emails: { address: string; label?: string }[];
  urls: { url: string; label?: string }[];
  addresses: { text: string; label?: string }[];
  birthday?: string;
}

export interface ContactsContent {
  type: 'contacts';
  contacts: ContactCard[];
  /** Whether the customer answered a request for their phone number. */
  isRequested?: boolean;
}

/** The quick reply of a template. */
export interface ButtonContent {
  type: 'button';
  text: string;
  payload?: string;
}

/** A tap on a reply button or a row of a list. */
export interface OptionContent {
  type: 'option';
  title: string;
  id?: string;
  description?: string;
}

export interface FlowAnswer {
  /** Names from the outermost to the innermost, as the form has them. */
  path: string[];
  values: (string | number | boolean)[];
}

export interface FlowContent {
  type: 'flow';
  answers: FlowAnswer[];
  /** The form that asks for an address to deliver to. */
  isAddress?: boolean;
  /** Photos and documents that were added to the form. */
  files?: MediaContent[];
  /** The text that the customer sees in the chat, such as "Sent". */
  body?: string;
}

export interface OrderItem {
  id?: string;
  quantity?: number;
  /** The price of one piece. */
  price?: number;
  /** ISO 4217. */
  currency?: string;
}

export interface OrderContent {
  type: 'order';
  catalogId?: string;
  text?: string;
  items: OrderItem[];
}

export interface ProductContent {
  type: 'product';
  productId?: string;
  catalogId?: string;
  text?: string;
}

export interface CallPermissionContent {
  type: 'call-permission';
  isGranted: boolean;
  /** Whether it is valid until the customer revokes it. */
  isPermanent?: boolean;
  /** Whether WhatsApp granted it because the customer called, without a question. */
  isAutomatic?: boolean;
  /** Epoch milliseconds. */
  expiresAt?: number;
}

export interface PaymentContent {
  type: 'payment';
  /** Lower case: `captured`, `pending`, `failed`, `canceled`, … */
  status?: string;
  method?: string;
  payer?: string;
  reference?: string;
  /** The bank's id of the transaction. */
  transaction?: string;
}

/** A note of WhatsApp itself about the chat. */
export interface SystemContent {
  type: 'system';
  body?: string;
}

/** The customer opened the chat for the first time and wrote nothing yet. */
export interface WelcomeRequestContent {
  type: 'welcome-request';
}

/** A message that WhatsApp does not pass on, or of an unknown type. */
export interface UnsupportedContent {
  type: 'unsupported';
  /** WhatsApp's word for its type, such as `poll_creation`. */
  what?: string;
  text?: string;
  /** Its type is one that WhatsApp passes on, but the part of that type is missing or says nothing. */
  isEmpty?: true;
  errors: WhatsAppError[];
}

/** The content of a message. */
export type MessageContent =
  | TextContent
  | MediaContent
  | LocationContent
  | ContactsContent
  | ButtonContent
  | OptionContent
  | FlowContent
  | OrderContent
  | ProductContent
  | CallPermissionContent
  | PaymentContent
  | SystemContent
  | WelcomeRequestContent
  | UnsupportedContent;
