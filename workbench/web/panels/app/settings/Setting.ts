import * as v from 'valibot';

/** What a setting can hold. */
export const SettingValue = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]);
export type SettingValue = v.InferOutput<typeof SettingValue>;

/** A setting of an app or of the server. Its texts are keys of translations. */
export const Setting = v.looseObject({
  id: v.string(),
  type: v.string(),
  value: v.optional(v.nullable(SettingValue)),
  packageValue: v.optional(v.nullable(SettingValue)),
  required: v.optional(v.boolean(), false),
  multiline: v.optional(v.boolean(), false),
  hidden: v.optional(v.boolean(), false),
  section: v.optional(v.string()),
  i18nLabel: v.optional(v.string(), ''),
  i18nDescription: v.optional(v.string()),
  i18nPlaceholder: v.optional(v.string()),
  values: v.optional(v.array(v.looseObject({ key: v.string(), i18nLabel: v.string() })), []),
});
export type Setting = v.InferOutput<typeof Setting>;
