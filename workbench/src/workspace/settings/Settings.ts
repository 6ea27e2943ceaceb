import type { SettingDocument, SettingValue } from '../documents/SettingDocument';

/** Server settings. */
export interface Settings {
  find(id: string): SettingDocument | undefined;
  list(): SettingDocument[];
  /** The value; throws for an unknown id. */
  string(id: string): string;
  number(id: string): number;
  boolean(id: string): boolean;
  /** Sets the value of a known setting. Throws `error-invalid-setting` / `error-invalid-setting-value`. */
  set(id: string, value: SettingValue): SettingDocument;
}
