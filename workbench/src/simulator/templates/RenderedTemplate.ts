/** A template button as the phone draws it. */
export interface RenderedButton {
  type: string;
  text: string;
  url?: string;
  phoneNumber?: string;
  /** What a tap on a quick reply sends back. */
  payload?: string;
  code?: string;
}

/** The header above a template's text. */
export interface RenderedHeader {
  format: string;
  text?: string;
  /** The media object of the send: `{id}` or `{link}`. */
  media?: { id?: string; link?: string; filename?: string };
  location?: Record<string, unknown>;
}

/** A template with its parameters filled in, as the phone draws it. */
export interface RenderedTemplate {
  name: string;
  language: string;
  category: string;
  header?: RenderedHeader;
  body?: string;
  footer?: string;
  buttons: RenderedButton[];
  cards?: { header?: RenderedHeader; body?: string; buttons: RenderedButton[] }[];
}
