import * as v from 'valibot';

const text = v.optional(v.string());
const Media = v.looseObject({ id: text, link: text, filename: text });

const Header = v.looseObject({ format: text, text, media: v.optional(Media), location: v.optional(v.unknown()) });

const Button = v.looseObject({
  type: v.string(),
  text: v.optional(v.string(), ''),
  url: text,
  phoneNumber: text,
  payload: text,
  code: text,
});

/** A template with its parameters filled in. */
export const RenderedTemplate = v.looseObject({
  name: v.optional(v.string(), ''),
  language: text,
  category: text,
  header: v.optional(Header),
  body: text,
  footer: text,
  buttons: v.optional(v.array(Button), []),
  cards: v.optional(
    v.array(v.looseObject({ header: v.optional(Header), body: text, buttons: v.optional(v.array(Button), []) })),
  ),
});
export type RenderedTemplate = v.InferOutput<typeof RenderedTemplate>;
export type TemplateHeader = v.InferOutput<typeof Header>;
export type TemplateButton = v.InferOutput<typeof Button>;
