/** A message template as 360dialog lists it; every language of a name is one of its own. */
export interface Template {
  /** Meta's id, by which webhooks name it; 360dialog's own where the older API tells no other. */
  id?: string;
  name: string;
  /** For instance `en_US`. */
  language: string;
  /** In capitals, as are all states here: APPROVED, PENDING, REJECTED, PAUSED …; UNKNOWN where the record has none. */
  status: string;
  /** MARKETING, UTILITY, AUTHENTICATION, or an older one. */
  category?: string;
  /** POSITIONAL or NAMED. */
  parameterFormat?: string;
  rejectedReason?: string;
  /** GREEN, YELLOW, RED or UNKNOWN. */
  quality?: string;
  namespace?: string;
  components: TemplateComponent[];
}

/** A part of a template; of the kinds that we do not know everything is kept as it came. */
export interface TemplateComponent {
  /** In capitals: HEADER, BODY, FOOTER, BUTTONS, CAROUSEL … */
  type: string;
  /** Of a header, in capitals: TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION … */
  format?: string;
  text?: string;
  buttons?: { type: string; text?: string; [field: string]: unknown }[];
  [field: string]: unknown;
}
