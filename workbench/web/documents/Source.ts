import * as v from 'valibot';

const text = v.optional(v.string());

/** Where a conversation came from. */
export const Source = v.looseObject({
  type: v.string(),
  id: text,
  alias: text,
  label: text,
  sidebarIcon: text,
  defaultIcon: text,
  destination: text,
});
export type Source = v.InferOutput<typeof Source>;
