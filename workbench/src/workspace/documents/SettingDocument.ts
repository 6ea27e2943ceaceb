/** The value of a server setting. */
export type SettingValue = string | number | boolean;

/** A setting of the workspace itself (not of an app). */
export interface SettingDocument {
  _id: string;
  value: SettingValue;
  packageValue: SettingValue;
  type: 'string' | 'boolean' | 'int' | 'select' | 'relativeUrl' | 'password';
  public: boolean;
  hidden: boolean;
  section?: string;
  i18nLabel: string;
  values?: { key: string; i18nLabel: string }[];
  ts: Date;
  _updatedAt: Date;
}
