import * as v from 'valibot';

const text = v.optional(v.string());

/** A channel by which people write to customers first. */
export const Provider = v.looseObject({ providerId: v.string(), providerName: v.string(), providerType: v.string() });
export type Provider = v.InferOutput<typeof Provider>;

const Component = v.looseObject({ type: v.picklist(['header', 'body', 'footer']), format: text, text });
export type Component = v.InferOutput<typeof Component>;

/** A template as a provider describes it. */
export const OfferedTemplate = v.looseObject({
  id: v.string(),
  name: v.string(),
  language: v.string(),
  components: v.array(Component),
});
export type OfferedTemplate = v.InferOutput<typeof OfferedTemplate>;

/** The offer of a provider: its senders, each with its templates. */
export const Metadata = v.looseObject({ templates: v.record(v.string(), v.array(OfferedTemplate)) });
export type Metadata = v.InferOutput<typeof Metadata>;

/** Somebody who can be written to. */
export const Contact = v.looseObject({
  _id: v.string(),
  name: v.string(),
  phones: v.optional(v.array(v.looseObject({ phoneNumber: v.string() })), []),
  emails: v.optional(v.array(v.looseObject({ address: v.string() })), []),
});
export type Contact = v.InferOutput<typeof Contact>;

export const Department = v.looseObject({ _id: v.string(), name: v.string() });
export const DepartmentAgent = v.looseObject({ agentId: v.string(), username: v.string() });
