import type { KeyUse } from './findKeyUses';

/** A setting's definition, as far as it names texts. */
interface Definition {
  id: string;
  section?: string;
  i18nLabel: string;
  i18nDescription?: string;
  i18nPlaceholder?: string;
  values?: { i18nLabel: string }[];
}

/** The texts that Rocket.Chat's settings page takes from the app: namespace `app`, by the definitions themselves. */
export function settingKeys(definitions: readonly Definition[]): KeyUse[] {
  return definitions.flatMap(({ id, section, i18nLabel, i18nDescription, i18nPlaceholder, values = [] }) =>
    [section, i18nLabel, i18nDescription, i18nPlaceholder, ...values.map((value) => value.i18nLabel)]
      .filter((key) => key !== undefined)
      .map((key) => ({ key: `app:${key}`, line: `setting ${id}` })),
  );
}
